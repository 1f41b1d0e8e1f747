-- create default public.orders.at
-- alter default public.orders.code: 'a'::text -> 'b'::text
-- drop default public.orders.id

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE ONLY public.orders ALTER COLUMN id DROP DEFAULT;

ALTER TABLE ONLY public.orders ALTER COLUMN at SET DEFAULT '2020-01-01'::date;

ALTER TABLE ONLY public.orders ALTER COLUMN code SET DEFAULT 'b'::text;

COMMIT;
