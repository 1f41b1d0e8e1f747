-- create enum public.state
-- create table public.orders
-- create check constraint public.orders.orders_state_check

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

CREATE TYPE public.state AS ENUM (
    'new',
    'done'
);

CREATE TABLE public.orders (
    state public.state DEFAULT 'new'::public.state
);

ALTER TABLE public.orders ADD CONSTRAINT orders_state_check CHECK ((state <> 'done'::public.state));

COMMIT;
