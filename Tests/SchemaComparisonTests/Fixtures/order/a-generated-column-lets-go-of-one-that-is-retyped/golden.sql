-- rebuild column public.t.a_sum: expression (x + 1) -> (y + 1) ! access_exclusive_lock table_rewrite
-- alter column public.t.x: type integer -> text ! access_exclusive_lock may_fail_on_data table_rewrite

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: table_rewrite
ALTER TABLE public.t DROP COLUMN a_sum;

-- hazard: table_rewrite
-- hazard: access_exclusive_lock
ALTER TABLE public.t ADD COLUMN a_sum integer GENERATED ALWAYS AS ((y + 1)) STORED;

-- hazard: table_rewrite: t is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.t ALTER COLUMN x TYPE text USING x::text;

COMMIT;
