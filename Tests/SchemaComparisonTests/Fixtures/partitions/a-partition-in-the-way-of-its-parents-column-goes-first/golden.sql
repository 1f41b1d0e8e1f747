-- rebuild partition public.part: what it depends on changes ! access_exclusive_lock may_fail_on_data table_rewrite
-- rebuild partition public.part_low: what it depends on changes ! deletes_data
-- alter column public.parent.b: type integer -> bigint ! access_exclusive_lock may_fail_on_data table_rewrite
-- alter column public.whole.row_of_part: type public.part -> text ! access_exclusive_lock may_fail_on_data table_rewrite
-- rebuild partition bound public.part.parent (public): what it depends on changes ! full_scan_under_lock may_fail_on_data
-- rebuild partition bound public.part_low.part (public): bound FOR VALUES FROM (0) TO (10) -> FOR VALUES FROM ('0') TO ('10') ! full_scan_under_lock may_fail_on_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: table_rewrite: All rows of public.part are copied twice.
-- hazard: access_exclusive_lock
CREATE TABLE public.part__ayb_old AS SELECT * FROM public.part;

-- hazard: table_rewrite: whole is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.whole ALTER COLUMN row_of_part TYPE text USING row_of_part::text;

-- hazard: deletes_data: All rows of public.part_low are deleted.
DROP TABLE public.part_low;

DROP TABLE public.part;

CREATE TABLE public.part (
    a integer,
    b bigint
)
PARTITION BY RANGE (b);

CREATE TABLE public.part_low (
    a integer,
    b bigint
);

-- hazard: table_rewrite: parent is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.parent ALTER COLUMN b TYPE bigint USING b::bigint;

-- hazard: full_scan_under_lock: All rows are checked against the bound.
-- hazard: may_fail_on_data
ALTER TABLE ONLY public.parent ATTACH PARTITION public.part FOR VALUES IN (1);

-- hazard: full_scan_under_lock: All rows are checked against the bound.
-- hazard: may_fail_on_data
ALTER TABLE ONLY public.part ATTACH PARTITION public.part_low FOR VALUES FROM ('0') TO ('10');

-- hazard: may_fail_on_data
INSERT INTO public.part (a, b) OVERRIDING SYSTEM VALUE SELECT a, b::text::bigint AS "?column?" FROM public.part__ayb_old;

DROP TABLE public.part__ayb_old;

COMMIT;
