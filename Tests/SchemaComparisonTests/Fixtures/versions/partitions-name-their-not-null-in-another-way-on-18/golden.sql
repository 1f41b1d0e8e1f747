-- alter column public.bands_1.band: not null constraint bands_band_not_null -> none
-- alter column public.bands_1.name: not null constraint bands_name_not_null -> none
-- rebuild partition bound public.bands_1.bands (public): what it depends on changes ! access_exclusive_lock full_scan_under_lock may_fail_on_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: access_exclusive_lock
ALTER TABLE public.bands DETACH PARTITION public.bands_1;

ALTER TABLE public.bands_1 RENAME CONSTRAINT bands_band_not_null TO bands_1_band_not_null;

ALTER TABLE public.bands_1 RENAME CONSTRAINT bands_name_not_null TO bands_1_name_not_null;

-- hazard: full_scan_under_lock: All rows are checked against the bound.
-- hazard: may_fail_on_data
ALTER TABLE ONLY public.bands ATTACH PARTITION public.bands_1 FOR VALUES IN (1);

COMMIT;
