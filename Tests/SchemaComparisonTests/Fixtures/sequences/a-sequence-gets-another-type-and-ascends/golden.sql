-- alter sequence public.s: type bigint -> integer; increment by 1; no minvalue; no maxvalue; start with 1 ! sequence_reset

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: sequence_reset: The sequence starts again, as its old position is outside the new limits.
ALTER SEQUENCE public.s AS integer INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 RESTART;

COMMIT;
