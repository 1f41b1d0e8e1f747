-- rebuild function public.f(integer): definition ! untrackable_dependency
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

-- hazard: untrackable_dependency: Functions may call it by name.
DROP FUNCTION public.f(integer);

CREATE OR REPLACE FUNCTION public.f(x integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT $1$function$;

CREATE TABLE public.p (
    k integer
)
PARTITION BY LIST (public.f(k));

CREATE TABLE public.p1 (
    k integer
);

-- hazard: full_scan_under_lock: All rows are checked against the bound.
-- hazard: may_fail_on_data
ALTER TABLE ONLY public.p ATTACH PARTITION public.p1 FOR VALUES IN (1);

-- hazard: may_fail_on_data
INSERT INTO public.p (k) OVERRIDING SYSTEM VALUE SELECT k FROM public.p__ayb_old;

DROP TABLE public.p__ayb_old;

COMMIT;
