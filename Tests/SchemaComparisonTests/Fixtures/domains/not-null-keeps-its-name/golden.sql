-- rebuild domain public.d: type integer -> bigint
-- alter column public.t.a ! access_exclusive_lock may_fail_on_data table_rewrite

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TYPE public.d RENAME TO d__ayb_old;

CREATE DOMAIN public.d AS bigint
    CONSTRAINT d_not_null NOT NULL;

-- hazard: table_rewrite: t is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.t ALTER COLUMN a TYPE public.d USING a::text::public.d;

DROP TYPE public.d__ayb_old;

COMMIT;
