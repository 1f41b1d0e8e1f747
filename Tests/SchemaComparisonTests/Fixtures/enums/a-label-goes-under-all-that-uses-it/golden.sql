-- rebuild enum public.state: label 'old' removed
-- alter column public.kinds.state ! access_exclusive_lock may_fail_on_data table_rewrite
-- rebuild column public.orders.is_new: what it depends on changes ! access_exclusive_lock table_rewrite
-- alter column public.orders.state ! access_exclusive_lock may_fail_on_data table_rewrite
-- alter column public.orders.states ! access_exclusive_lock may_fail_on_data table_rewrite
-- rebuild default public.orders.state: what it depends on changes
-- rebuild default public.orders.states: what it depends on changes
-- rebuild view public.open_orders: what it depends on changes
-- rebuild index public.fresh: what it depends on changes ! access_exclusive_lock index_build
-- rebuild primary key public.kinds.kinds_pkey: what it depends on changes ! access_exclusive_lock index_build index_gap may_fail_on_data
-- rebuild unique constraint public.orders.one: what it depends on changes ! access_exclusive_lock index_build index_gap may_fail_on_data
-- rebuild foreign key public.orders.orders_state_fkey: what it depends on changes ! full_scan_under_lock may_fail_on_data
-- rebuild trigger public.orders.changed: what it depends on changes
-- rebuild policy public.orders.visible: what it depends on changes ! authorization_change

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: authorization_change
DROP POLICY visible ON public.orders;

DROP TRIGGER changed ON public.orders;

-- hazard: index_gap: Nothing enforces public.orders.one until it exists again.
ALTER TABLE public.orders DROP CONSTRAINT one;

ALTER TABLE public.orders DROP CONSTRAINT orders_state_fkey;

-- hazard: index_gap: Nothing enforces public.kinds.kinds_pkey until it exists again.
ALTER TABLE public.kinds DROP CONSTRAINT kinds_pkey;

-- hazard: access_exclusive_lock
DROP INDEX public.fresh;

DROP VIEW public.open_orders;

ALTER TABLE ONLY public.orders ALTER COLUMN state DROP DEFAULT;

ALTER TABLE ONLY public.orders ALTER COLUMN states DROP DEFAULT;

-- hazard: table_rewrite
ALTER TABLE public.orders DROP COLUMN is_new;

ALTER TYPE public.state RENAME TO state__ayb_old;

CREATE TYPE public.state AS ENUM (
    'new',
    'done'
);

-- hazard: table_rewrite: kinds is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.kinds ALTER COLUMN state TYPE public.state USING state::text::public.state;

-- hazard: table_rewrite: orders is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.orders ALTER COLUMN state TYPE public.state USING state::text::public.state;

-- hazard: table_rewrite
-- hazard: access_exclusive_lock
ALTER TABLE public.orders ADD COLUMN is_new boolean GENERATED ALWAYS AS ((state = 'new'::public.state)) STORED;

-- hazard: table_rewrite: orders is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.orders ALTER COLUMN states TYPE public.state[] USING states::text::public.state[];

DROP TYPE public.state__ayb_old;

ALTER TABLE ONLY public.orders ALTER COLUMN state SET DEFAULT 'new'::public.state;

ALTER TABLE ONLY public.orders ALTER COLUMN states SET DEFAULT '{new}'::public.state[];

CREATE VIEW public.open_orders AS
 SELECT orders.id,
    orders.state
   FROM public.orders
  WHERE (orders.state <> 'done'::public.state);

-- hazard: index_build: Nobody can write to public.orders until it is built.
CREATE INDEX fresh ON public.orders USING btree (id) WHERE (state = 'new'::public.state);

-- hazard: index_build
-- hazard: may_fail_on_data
-- hazard: access_exclusive_lock
ALTER TABLE ONLY public.kinds ADD CONSTRAINT kinds_pkey PRIMARY KEY (state);

-- hazard: index_build
-- hazard: may_fail_on_data
-- hazard: access_exclusive_lock
ALTER TABLE ONLY public.orders ADD CONSTRAINT one UNIQUE (state, id);

-- hazard: full_scan_under_lock
-- hazard: may_fail_on_data
ALTER TABLE ONLY public.orders ADD CONSTRAINT orders_state_fkey FOREIGN KEY (state) REFERENCES public.kinds(state);

CREATE TRIGGER changed BEFORE UPDATE ON public.orders FOR EACH ROW WHEN ((new.state = 'new'::public.state)) EXECUTE FUNCTION public.touch();

-- hazard: authorization_change
CREATE POLICY visible ON public.orders
USING ((state <> 'done'::public.state));

COMMENT ON TYPE public.state IS 'a state';

-- hazard: authorization_change
GRANT SELECT ON TABLE public.open_orders TO pg_monitor;

COMMIT;
