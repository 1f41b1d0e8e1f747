-- alter table public.users: name users -> customers ! access_exclusive_lock untrackable_dependency
-- alter column public.customers.age: type integer -> bigint ! access_exclusive_lock may_fail_on_data table_rewrite
-- rebuild view public.adults: query

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: access_exclusive_lock
-- hazard: untrackable_dependency: Programs may use the old name.
ALTER TABLE public.users RENAME TO customers;

DROP VIEW public.adults;

-- hazard: table_rewrite: customers is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.customers ALTER COLUMN age TYPE bigint USING age::bigint;

CREATE VIEW public.adults AS
 SELECT customers.id
   FROM public.customers
  WHERE (customers.age > 17);

COMMIT;
