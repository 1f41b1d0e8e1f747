-- alter table public.child: persistence unlogged -> permanent ! access_exclusive_lock table_rewrite
-- alter table public.parent: persistence unlogged -> permanent ! access_exclusive_lock table_rewrite

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: table_rewrite
-- hazard: access_exclusive_lock
ALTER TABLE public.parent SET LOGGED;

-- hazard: table_rewrite
-- hazard: access_exclusive_lock
ALTER TABLE public.child SET LOGGED;

COMMIT;
