-- create access method heap2
-- create language other
-- rebuild collation public.c: order C -> POSIX; character type C -> POSIX
-- rebuild conversion public.v: default no -> yes
-- create table public.u
-- alter column public.t.b: collation none -> pg_catalog."C" ! access_exclusive_lock may_fail_on_data table_rewrite

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

DROP CONVERSION public.v;

DROP COLLATION public.c;

CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;

CREATE PROCEDURAL LANGUAGE other HANDLER plpgsql_call_handler;

CREATE COLLATION public.c (provider = libc, locale = 'POSIX');

CREATE DEFAULT CONVERSION public.v
    FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

CREATE TABLE public.u (
    a integer
)
USING heap2;

-- hazard: table_rewrite: t is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.t ALTER COLUMN b TYPE text COLLATE pg_catalog."C";

COMMIT;
