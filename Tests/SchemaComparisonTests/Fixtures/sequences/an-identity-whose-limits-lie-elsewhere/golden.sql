-- alter column public.t.a: identity sequence ! sequence_reset

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: sequence_reset: The sequence starts again, as its old position is outside the new limits.
ALTER TABLE ONLY public.t ALTER COLUMN a SET MINVALUE 100 SET MAXVALUE 200 SET START WITH 100 RESTART;

COMMIT;
