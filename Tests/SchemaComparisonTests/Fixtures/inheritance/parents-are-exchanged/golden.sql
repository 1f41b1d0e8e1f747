-- alter default public.goods.at: '2020-01-01'::date -> '2020-01-02'::date
-- drop inheritance public.goods.dated (public)
-- create inheritance public.goods.priced (public)
-- note: The columns of public.goods are in another order: name, at, id, price here, name, price, id, at there.

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE public.goods NO INHERIT public.dated;

ALTER TABLE ONLY public.goods ALTER COLUMN at SET DEFAULT '2020-01-02'::date;

ALTER TABLE public.goods INHERIT public.priced;

COMMIT;
