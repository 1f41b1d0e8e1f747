-- rebuild range type public.r: collation pg_catalog."C" -> pg_catalog."POSIX"
-- rebuild partitioned table public.p: what it depends on changes ! access_exclusive_lock may_fail_on_data table_rewrite
-- rebuild partition public.p_a: what it depends on changes ! deletes_data
-- rebuild partition bound public.p_a.p (public): what it depends on changes ! full_scan_under_lock may_fail_on_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: table_rewrite: All rows of public.p are copied twice.
-- hazard: access_exclusive_lock
CREATE TABLE public.p__ayb_old AS SELECT * FROM public.p;

-- hazard: deletes_data: All rows of public.p_a are deleted.
DROP TABLE public.p_a;

DROP TABLE public.p;

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

CREATE TABLE public.p (
    s public.r
)
PARTITION BY RANGE (s);

CREATE TABLE public.p_a (
    s public.r
);

-- hazard: full_scan_under_lock: All rows are checked against the bound.
-- hazard: may_fail_on_data
ALTER TABLE ONLY public.p ATTACH PARTITION public.p_a DEFAULT;

-- hazard: may_fail_on_data
INSERT INTO public.p (s) OVERRIDING SYSTEM VALUE SELECT s::text::public.r AS "?column?" FROM public.p__ayb_old;

DROP TABLE public.p__ayb_old;

DROP TYPE public.r__ayb_old;

COMMIT;
