-- rebuild domain public.open_state: what it depends on changes
-- rebuild enum public.state: label 'old' removed
-- rebuild composite type public.step: what it depends on changes
-- alter column public.orders.last ! access_exclusive_lock may_fail_on_data table_rewrite
-- alter column public.orders.state ! access_exclusive_lock may_fail_on_data table_rewrite
-- alter column public.orders.steps ! access_exclusive_lock may_fail_on_data table_rewrite
-- rebuild view public.latest: what it depends on changes

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

DROP VIEW public.latest;

ALTER TYPE public.open_state RENAME TO open_state__ayb_old;

ALTER TYPE public.state RENAME TO state__ayb_old;

ALTER TYPE public.step RENAME TO step__ayb_old;

CREATE TYPE public.state AS ENUM (
    'new',
    'done'
);

CREATE DOMAIN public.open_state AS public.state
    DEFAULT 'new'::public.state
    CONSTRAINT open_state_check CHECK ((VALUE <> 'done'::public.state));

CREATE TYPE public.step AS (
    state public.state,
    open public.open_state,
    at date
);

-- hazard: table_rewrite: orders is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.orders ALTER COLUMN last TYPE public.step USING CASE WHEN last IS DISTINCT FROM NULL THEN ROW((last).state::text::public.state, (last).open::text::public.open_state, (last).at)::public.step END;

-- hazard: table_rewrite: orders is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.orders ALTER COLUMN state TYPE public.open_state USING state::text::public.open_state;

-- hazard: table_rewrite: orders is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.orders ALTER COLUMN steps TYPE public.step[] USING steps::text::public.step[];

DROP TYPE public.step__ayb_old;

DROP TYPE public.open_state__ayb_old;

DROP TYPE public.state__ayb_old;

CREATE VIEW public.latest AS
 SELECT orders.id,
    (orders.last).state AS state
   FROM public.orders;

COMMIT;
