-- alter sequence public.s: type integer -> bigint; increment by -1; no minvalue; no maxvalue; start with -1 ! sequence_reset

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: sequence_reset: The sequence starts again, as its old position is outside the new limits.
ALTER SEQUENCE public.s AS bigint INCREMENT BY -1 MINVALUE -9223372036854775808 MAXVALUE -1 START WITH -1 RESTART;

COMMIT;
