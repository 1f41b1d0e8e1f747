-- alter sequence public.s: increment by -1; no minvalue; no maxvalue; start with -1 ! sequence_reset

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: sequence_reset: The sequence starts again, as its old position is outside the new limits.
ALTER SEQUENCE public.s INCREMENT BY -1 NO MINVALUE NO MAXVALUE START WITH -1 RESTART;

COMMIT;
