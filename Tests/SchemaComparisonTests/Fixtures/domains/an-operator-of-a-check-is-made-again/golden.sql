-- alter domain public.dm ! full_scan_under_lock may_fail_on_data
-- rebuild operator public.===(integer, integer): function public.f -> public.g

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER DOMAIN public.dm DROP CONSTRAINT dm_check;

DROP OPERATOR public.=== (integer, integer);

CREATE OPERATOR public.=== (
    FUNCTION = public.g,
    LEFTARG = integer,
    RIGHTARG = integer,
    COMMUTATOR = OPERATOR(public.===)
);

-- hazard: may_fail_on_data: It fails if a value does not meet the condition.
-- hazard: full_scan_under_lock
ALTER DOMAIN public.dm ADD CONSTRAINT dm_check CHECK ((VALUE OPERATOR(public.===) 1));

COMMIT;
