-- create table public.orders
-- create index public.orders_at
-- create unique constraint public.orders.orders_code_key
-- create primary key public.orders.orders_pkey
-- create check constraint public.orders.orders_price_check

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

CREATE TABLE public.orders (
    id integer NOT NULL,
    code text DEFAULT 'none'::text NOT NULL,
    price numeric(10,2),
    at timestamp with time zone DEFAULT now()
);

CREATE INDEX orders_at ON public.orders USING btree (at) WHERE (price > (5)::numeric);

ALTER TABLE ONLY public.orders ADD CONSTRAINT orders_code_key UNIQUE (code);

ALTER TABLE ONLY public.orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id);

ALTER TABLE public.orders ADD CONSTRAINT orders_price_check CHECK ((price > (0)::numeric));

COMMIT;
