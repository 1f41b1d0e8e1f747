-- drop function public.f(public.w) ! untrackable_dependency
-- drop view public.w

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

CREATE OR REPLACE VIEW public.w AS
SELECT NULL::integer AS a;

-- hazard: untrackable_dependency: Functions may call it by name.
DROP FUNCTION public.f(public.w);

DROP VIEW public.w;

COMMIT;
