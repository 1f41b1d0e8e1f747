-- alter aggregate public.total(integer): INITCOND = '5' added

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

CREATE OR REPLACE AGGREGATE public.total(integer) (
    SFUNC = public.add,
    STYPE = integer,
    INITCOND = '5'
);

COMMIT;
