-- drop schema z
-- drop enum z.kind
-- drop function public.rows() ! untrackable_dependency
-- drop function z.first() ! untrackable_dependency
-- drop table z.t ! deletes_data
-- drop view public.a_view
-- drop view public.b_view
-- drop view z.z_view

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

DROP VIEW public.b_view;

-- hazard: untrackable_dependency: Functions may call it by name.
DROP FUNCTION public.rows();

DROP VIEW public.a_view;

DROP VIEW z.z_view;

-- hazard: deletes_data: All rows of z.t are deleted.
DROP TABLE z.t;

-- hazard: untrackable_dependency: Functions may call it by name.
DROP FUNCTION z.first();

DROP TYPE z.kind;

DROP SCHEMA z;

COMMIT;
