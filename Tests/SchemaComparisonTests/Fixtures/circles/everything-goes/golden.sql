-- drop function public.f() ! untrackable_dependency
-- drop function public.g() ! untrackable_dependency
-- drop table public.t ! deletes_data
-- drop view public.v
-- drop view public.w
-- drop rule public.t.r

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

DROP RULE r ON public.t;

DROP VIEW public.w;

-- hazard: untrackable_dependency: Functions may call it by name.
DROP FUNCTION public.g();

DROP VIEW public.v;

-- hazard: deletes_data: All rows of public.t are deleted.
DROP TABLE public.t;

-- hazard: untrackable_dependency: Functions may call it by name.
DROP FUNCTION public.f();

COMMIT;
