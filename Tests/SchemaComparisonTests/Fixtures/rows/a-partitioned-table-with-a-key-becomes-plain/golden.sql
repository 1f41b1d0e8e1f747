-- rebuild table public.f: partition key LIST (k) -> none; access method none -> heap ! access_exclusive_lock may_fail_on_data table_rewrite
-- drop partition bound public.f1.f (public) ! access_exclusive_lock
-- rebuild foreign key public.f.ff: settings ! full_scan_under_lock may_fail_on_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: table_rewrite: All rows of public.f are copied twice.
-- hazard: access_exclusive_lock
CREATE TABLE public.f__ayb_old AS SELECT * FROM public.f;

ALTER TABLE public.f DROP CONSTRAINT ff;

-- hazard: access_exclusive_lock
ALTER TABLE public.f DETACH PARTITION public.f1;

ALTER TABLE public.f1 DROP CONSTRAINT IF EXISTS ff;

DROP TABLE public.f;

CREATE TABLE public.f (
    k integer
);

-- hazard: may_fail_on_data
INSERT INTO public.f (k) OVERRIDING SYSTEM VALUE SELECT k FROM public.f__ayb_old;

DROP TABLE public.f__ayb_old;

-- hazard: full_scan_under_lock
-- hazard: may_fail_on_data
ALTER TABLE ONLY public.f ADD CONSTRAINT ff FOREIGN KEY (k) REFERENCES public.p(k);

COMMIT;
