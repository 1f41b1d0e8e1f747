-- alter operator public.===(text, integer): restriction estimate none -> eqsel
-- create operator family public.fam (btree)
-- create operator class public.cls (btree)
-- rebuild cast public.pair AS integer: without being asked for none -> ASSIGNMENT

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

DROP CAST (public.pair AS integer);

ALTER OPERATOR public.=== (text, integer) SET (RESTRICT = eqsel);

CREATE OPERATOR FAMILY public.fam USING btree;

CREATE OPERATOR CLASS public.cls
    FOR TYPE integer USING btree FAMILY public.fam AS
    OPERATOR 1 <(integer,integer),
    OPERATOR 2 <=(integer,integer),
    OPERATOR 3 =(integer,integer),
    OPERATOR 4 >=(integer,integer),
    OPERATOR 5 >(integer,integer),
    FUNCTION 1 (integer, integer) btint4cmp(integer,integer);

CREATE CAST (public.pair AS integer) WITH INOUT AS ASSIGNMENT;

COMMIT;
