-- alter column public.t.a: not null constraint x -> y

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE ONLY public.t ALTER COLUMN a DROP NOT NULL;

ALTER TABLE public.t ADD CONSTRAINT y NOT NULL a NOT VALID;

COMMIT;
