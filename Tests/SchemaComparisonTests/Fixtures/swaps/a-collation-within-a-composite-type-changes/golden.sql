-- rebuild collation public.co: order C -> POSIX; character type C -> POSIX
-- rebuild composite type public.c: what it depends on changes
-- alter column public.t.a ! access_exclusive_lock may_fail_on_data table_rewrite

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TYPE public.c RENAME TO c__ayb_old;

ALTER COLLATION public.co RENAME TO co__ayb_old;

CREATE COLLATION public.co (provider = libc, locale = 'POSIX');

CREATE TYPE public.c AS (
    a text COLLATE public.co
);

-- hazard: table_rewrite: t is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.t ALTER COLUMN a TYPE public.c USING CASE WHEN a IS DISTINCT FROM NULL THEN ROW((a).a)::public.c END;

DROP TYPE public.c__ayb_old;

DROP COLLATION public.co__ayb_old;

COMMIT;
