-- alter column public.s.a: not null constraint none -> own
-- alter column public.t.a

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE public.t ALTER CONSTRAINT t_a_not_null NO INHERIT;

ALTER TABLE public.s RENAME CONSTRAINT t_a_not_null TO own;

COMMIT;
