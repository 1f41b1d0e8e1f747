-- alter table public.a: persistence permanent -> unlogged ! access_exclusive_lock table_rewrite
-- alter table public.b: persistence permanent -> unlogged ! access_exclusive_lock table_rewrite

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: table_rewrite
-- hazard: access_exclusive_lock
ALTER TABLE public.b SET UNLOGGED;

-- hazard: table_rewrite
-- hazard: access_exclusive_lock
ALTER TABLE public.a SET UNLOGGED;

COMMIT;
