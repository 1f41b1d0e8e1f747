-- drop function public.f(public.t) ! untrackable_dependency
-- drop function public.g() ! untrackable_dependency
-- drop table public.t ! deletes_data
-- drop trigger public.t.tr

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

DROP TRIGGER tr ON public.t;

-- hazard: untrackable_dependency: Functions may call it by name.
DROP FUNCTION public.f(public.t);

-- hazard: deletes_data: All rows of public.t are deleted.
DROP TABLE public.t;

-- hazard: untrackable_dependency: Functions may call it by name.
DROP FUNCTION public.g();

COMMIT;
