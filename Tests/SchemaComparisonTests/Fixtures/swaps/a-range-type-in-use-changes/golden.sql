-- rebuild range type public.r: collation pg_catalog."C" -> pg_catalog."POSIX"
-- alter column public.t.a ! access_exclusive_lock may_fail_on_data table_rewrite

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TYPE public.r RENAME TO r__ayb_old;

ALTER FUNCTION public.r(text, text) RENAME TO r__ayb_old;

ALTER FUNCTION public.r(text, text, text) RENAME TO r__ayb_old;

ALTER FUNCTION public.r_multirange() RENAME TO m_r__ayb_old;

ALTER TYPE public.r_multirange RENAME TO m_r__ayb_old;

CREATE TYPE public.r AS RANGE (
    subtype = text,
    collation = pg_catalog."POSIX",
    multirange_type_name = public.r_multirange
);

-- hazard: table_rewrite: t is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.t ALTER COLUMN a TYPE public.r USING a::text::public.r;

DROP TYPE public.r__ayb_old;

COMMIT;
