-- rebuild column public.sums.c: expression (a + b) -> (a * b) ! access_exclusive_lock table_rewrite
-- rebuild view public.large: what it depends on changes
-- rebuild index public.sums_c: what it depends on changes ! access_exclusive_lock index_build
-- rebuild check constraint public.sums.sums_c_check: what it depends on changes ! full_scan_under_lock may_fail_on_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE public.sums DROP CONSTRAINT sums_c_check;

-- hazard: access_exclusive_lock
DROP INDEX public.sums_c;

DROP VIEW public.large;

-- hazard: table_rewrite
ALTER TABLE public.sums DROP COLUMN c;

-- hazard: table_rewrite
-- hazard: access_exclusive_lock
ALTER TABLE public.sums ADD COLUMN c integer GENERATED ALWAYS AS ((a * b)) STORED;

CREATE VIEW public.large AS
 SELECT sums.a,
    sums.c
   FROM public.sums
  WHERE (sums.c > 5);

-- hazard: index_build: Nobody can write to public.sums until it is built.
CREATE INDEX sums_c ON public.sums USING btree (c);

-- hazard: full_scan_under_lock
-- hazard: may_fail_on_data
ALTER TABLE public.sums ADD CONSTRAINT sums_c_check CHECK ((c < 1000));

COMMENT ON COLUMN public.sums.c IS 'generated';

COMMIT;
