-- alter column public.old.a: name a -> b ! access_exclusive_lock untrackable_dependency
-- alter table public.old: name old -> fresh ! access_exclusive_lock untrackable_dependency
-- alter column public.fresh.c: type integer -> bigint ! access_exclusive_lock may_fail_on_data table_rewrite
-- alter view public.v: query

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: access_exclusive_lock
-- hazard: untrackable_dependency: Programs may use the old name.
ALTER TABLE public.old RENAME COLUMN a TO b;

-- hazard: access_exclusive_lock
-- hazard: untrackable_dependency: Programs may use the old name.
ALTER TABLE public.old RENAME TO fresh;

-- hazard: table_rewrite: fresh is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.fresh ALTER COLUMN c TYPE bigint USING c::bigint;

CREATE OR REPLACE VIEW public.v AS
 SELECT fresh.b AS a
   FROM public.fresh;

COMMIT;
