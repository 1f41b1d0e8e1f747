-- rebuild composite type public.free: attribute b text -> text COLLATE pg_catalog."C"
-- rebuild composite type public.pair: attribute a integer -> bigint; attribute gone integer -> none; attribute z none -> integer
-- alter column public.t.p ! access_exclusive_lock may_fail_on_data table_rewrite

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

DROP TYPE public.free;

ALTER TYPE public.pair RENAME TO pair__ayb_old;

CREATE TYPE public.free AS (
    b text COLLATE pg_catalog."C",
    a integer
);

CREATE TYPE public.pair AS (
    a bigint,
    b text,
    z integer
);

-- hazard: table_rewrite: t is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.t ALTER COLUMN p TYPE public.pair USING CASE WHEN p IS DISTINCT FROM NULL THEN ROW((p).a::text::bigint, (p).b, NULL)::public.pair END;

DROP TYPE public.pair__ayb_old;

COMMIT;
