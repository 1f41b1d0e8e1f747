-- rebuild collation public.co: order C -> POSIX; character type C -> POSIX
-- rebuild partitioned table public.p: what it depends on changes ! access_exclusive_lock may_fail_on_data table_rewrite
-- rebuild partition public.p1: what it depends on changes ! deletes_data
-- rebuild partition bound public.p1.p (public): what it depends on changes ! full_scan_under_lock may_fail_on_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: table_rewrite: All rows of public.p are copied twice.
-- hazard: access_exclusive_lock
CREATE TABLE public.p__ayb_old AS SELECT * FROM public.p;

-- hazard: deletes_data: All rows of public.p1 are deleted.
DROP TABLE public.p1;

DROP TABLE public.p;

ALTER COLLATION public.co RENAME TO co__ayb_old;

CREATE COLLATION public.co (provider = libc, locale = 'POSIX');

CREATE TABLE public.p (
    a text COLLATE public.co
)
PARTITION BY RANGE (a);

CREATE TABLE public.p1 (
    a text COLLATE public.co
);

-- hazard: full_scan_under_lock: All rows are checked against the bound.
-- hazard: may_fail_on_data
ALTER TABLE ONLY public.p ATTACH PARTITION public.p1 FOR VALUES FROM ('a') TO ('b');

-- hazard: may_fail_on_data
INSERT INTO public.p (a) OVERRIDING SYSTEM VALUE SELECT a::text::text AS "?column?" FROM public.p__ayb_old;

DROP TABLE public.p__ayb_old;

DROP COLLATION public.co__ayb_old;

COMMIT;
