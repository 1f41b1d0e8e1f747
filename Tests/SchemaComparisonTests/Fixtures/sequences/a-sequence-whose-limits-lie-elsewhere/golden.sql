-- alter sequence public.s: minvalue 100; maxvalue 200; start with 100 ! sequence_reset

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: sequence_reset: The sequence starts again, as its old position is outside the new limits.
ALTER SEQUENCE public.s MINVALUE 100 MAXVALUE 200 START WITH 100 RESTART;

COMMIT;
