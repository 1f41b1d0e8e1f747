-- alter column public.parent.b: type integer -> bigint ! access_exclusive_lock may_fail_on_data table_rewrite
-- drop view public.numbers
-- alter view public.totals: query

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

CREATE OR REPLACE VIEW public.totals AS
 SELECT (1)::bigint AS b;

DROP VIEW public.numbers;

-- hazard: table_rewrite: parent is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.parent ALTER COLUMN b TYPE bigint USING b::bigint;

COMMIT;
