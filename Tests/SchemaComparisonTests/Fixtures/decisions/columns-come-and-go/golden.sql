-- create column public.orders.bare ! may_fail_on_data
-- create column public.orders.code
-- create column public.orders.number ! access_exclusive_lock table_rewrite
-- drop column public.orders.old ! deletes_data
-- create column public.orders.twice ! access_exclusive_lock table_rewrite

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: deletes_data: The values of public.orders.old are deleted.
ALTER TABLE public.orders DROP COLUMN old;

-- hazard: may_fail_on_data: A NOT NULL column needs a default if the table has rows.
ALTER TABLE public.orders ADD COLUMN bare text NOT NULL;

ALTER TABLE public.orders ADD COLUMN code text DEFAULT 'x'::text NOT NULL;

-- hazard: table_rewrite
-- hazard: access_exclusive_lock
ALTER TABLE public.orders ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.orders_number_seq) NOT NULL;

-- hazard: table_rewrite
-- hazard: access_exclusive_lock
ALTER TABLE public.orders ADD COLUMN twice integer GENERATED ALWAYS AS ((kept * 2)) STORED;

COMMIT;
