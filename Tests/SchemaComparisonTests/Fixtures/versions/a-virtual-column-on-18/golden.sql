-- alter column public.free.b: expression (a + 1) -> (a + 2)
-- rebuild column public.sums.c: expression (a + b) -> (a * b) ! table_rewrite
-- rebuild column public.sums.d: generated virtual -> stored ! access_exclusive_lock table_rewrite
-- alter column public.sums.e: expression a -> (a + 1) ! table_rewrite
-- rebuild view public.large: what it depends on changes
-- rebuild check constraint public.sums.small: what it depends on changes ! full_scan_under_lock may_fail_on_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE public.sums DROP CONSTRAINT small;

DROP VIEW public.large;

-- hazard: table_rewrite
ALTER TABLE public.sums DROP COLUMN c;

-- hazard: table_rewrite
ALTER TABLE public.sums DROP COLUMN d;

ALTER TABLE ONLY public.free ALTER COLUMN b SET EXPRESSION AS ((a + 2));

ALTER TABLE public.sums ADD COLUMN c integer GENERATED ALWAYS AS ((a * b)) VIRTUAL;

-- hazard: table_rewrite
-- hazard: access_exclusive_lock
ALTER TABLE public.sums ADD COLUMN d integer GENERATED ALWAYS AS (a) STORED;

-- hazard: table_rewrite
ALTER TABLE ONLY public.sums ALTER COLUMN e SET EXPRESSION AS ((a + 1));

CREATE VIEW public.large AS
 SELECT a,
    c,
    d
   FROM public.sums
  WHERE (c > 5);

-- hazard: full_scan_under_lock
-- hazard: may_fail_on_data
ALTER TABLE public.sums ADD CONSTRAINT small CHECK ((c < 1000));

COMMIT;
