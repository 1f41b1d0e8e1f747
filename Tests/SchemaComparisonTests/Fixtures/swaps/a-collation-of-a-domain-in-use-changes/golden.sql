-- rebuild collation public.co: order C -> POSIX; character type C -> POSIX
-- rebuild domain public.d: what it depends on changes
-- alter column public.t.a ! access_exclusive_lock may_fail_on_data table_rewrite

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TYPE public.d RENAME TO d__ayb_old;

ALTER COLLATION public.co RENAME TO co__ayb_old;

CREATE COLLATION public.co (provider = libc, locale = 'POSIX');

CREATE DOMAIN public.d AS text
    COLLATE public.co;

-- hazard: table_rewrite: t is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.t ALTER COLUMN a TYPE public.d USING a::text::public.d;

DROP TYPE public.d__ayb_old;

DROP COLLATION public.co__ayb_old;

COMMIT;
