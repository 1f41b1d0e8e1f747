-- alter column public.base.n: type jsonb -> text ! access_exclusive_lock may_fail_on_data table_rewrite

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: table_rewrite: base is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.base ALTER COLUMN n TYPE text USING n::text;

COMMIT;
