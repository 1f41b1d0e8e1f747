-- rebuild enum public.state: order of labels
-- alter column public.t.state ! access_exclusive_lock may_fail_on_data table_rewrite
-- rebuild primary key public.t.t_pkey: what it depends on changes ! access_exclusive_lock index_build index_gap may_fail_on_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: index_gap: Nothing enforces public.t.t_pkey until it exists again.
ALTER TABLE public.t DROP CONSTRAINT t_pkey;

ALTER TYPE public.state RENAME TO state__ayb_old;

CREATE TYPE public.state AS ENUM (
    'new',
    'done'
);

-- hazard: table_rewrite: t is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.t ALTER COLUMN state TYPE public.state USING state::text::public.state;

DROP TYPE public.state__ayb_old;

-- hazard: index_build
-- hazard: may_fail_on_data
-- hazard: access_exclusive_lock
ALTER TABLE ONLY public.t ADD CONSTRAINT t_pkey PRIMARY KEY (state);

COMMIT;
