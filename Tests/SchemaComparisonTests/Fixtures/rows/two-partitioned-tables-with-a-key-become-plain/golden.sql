-- rebuild table public.f: partition key LIST (k) -> none; access method none -> heap ! access_exclusive_lock may_fail_on_data table_rewrite
-- rebuild table public.p: partition key LIST (k) -> none; access method none -> heap ! access_exclusive_lock may_fail_on_data table_rewrite
-- drop partition bound public.f1.f (public) ! access_exclusive_lock
-- drop partition bound public.p1.p (public) ! access_exclusive_lock
-- rebuild foreign key public.f.ff: settings ! full_scan_under_lock may_fail_on_data
-- rebuild unique constraint public.p.p_k_key: settings ! access_exclusive_lock index_build may_fail_on_data
-- drop unique constraint public.p1.p1_k_key ! index_gap

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: table_rewrite: All rows of public.f are copied twice.
-- hazard: access_exclusive_lock
CREATE TABLE public.f__ayb_old AS SELECT * FROM public.f;

-- hazard: table_rewrite: All rows of public.p are copied twice.
-- hazard: access_exclusive_lock
CREATE TABLE public.p__ayb_old AS SELECT * FROM public.p;

ALTER TABLE public.f DROP CONSTRAINT ff;

-- hazard: access_exclusive_lock
ALTER TABLE public.f DETACH PARTITION public.f1;

ALTER TABLE public.f1 DROP CONSTRAINT IF EXISTS ff;

-- hazard: access_exclusive_lock
ALTER TABLE public.p DETACH PARTITION public.p1;

-- hazard: index_gap: Nothing enforces public.p1.p1_k_key until it exists again.
ALTER TABLE public.p1 DROP CONSTRAINT p1_k_key;

DROP TABLE public.f;

DROP TABLE public.p;

CREATE TABLE public.f (
    k integer
);

-- hazard: may_fail_on_data
INSERT INTO public.f (k) OVERRIDING SYSTEM VALUE SELECT k FROM public.f__ayb_old;

DROP TABLE public.f__ayb_old;

CREATE TABLE public.p (
    k integer
);

-- hazard: may_fail_on_data
INSERT INTO public.p (k) OVERRIDING SYSTEM VALUE SELECT k FROM public.p__ayb_old;

DROP TABLE public.p__ayb_old;

-- hazard: index_build
-- hazard: may_fail_on_data
-- hazard: access_exclusive_lock
ALTER TABLE ONLY public.p ADD CONSTRAINT p_k_key UNIQUE (k);

-- hazard: full_scan_under_lock
-- hazard: may_fail_on_data
ALTER TABLE ONLY public.f ADD CONSTRAINT ff FOREIGN KEY (k) REFERENCES public.p(k);

COMMIT;
