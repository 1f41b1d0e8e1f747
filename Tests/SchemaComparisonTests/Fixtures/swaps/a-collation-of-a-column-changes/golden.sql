-- rebuild collation public.c: order C -> POSIX; character type C -> POSIX
-- alter column public.t.a ! access_exclusive_lock may_fail_on_data table_rewrite

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER COLLATION public.c RENAME TO c__ayb_old;

CREATE COLLATION public.c (provider = libc, locale = 'POSIX');

-- hazard: table_rewrite: t is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE public.c;

DROP COLLATION public.c__ayb_old;

COMMIT;
