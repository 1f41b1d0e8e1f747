-- alter column public.people.born: type timestamp without time zone -> date ! access_exclusive_lock may_fail_on_data table_rewrite
-- alter column public.people.mood: type public.mood -> text ! access_exclusive_lock may_fail_on_data table_rewrite
-- alter column public.people.since: type date -> integer ! access_exclusive_lock may_fail_on_data table_rewrite
-- rebuild default public.people.mood: 'sad'::public.mood -> 'sad'::text

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE ONLY public.people ALTER COLUMN mood DROP DEFAULT;

-- hazard: table_rewrite: people is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.people ALTER COLUMN born TYPE date USING born::date;

-- hazard: table_rewrite: people is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.people ALTER COLUMN mood TYPE text USING mood::text;

-- hazard: table_rewrite: people is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.people ALTER COLUMN since TYPE integer USING since::text::integer;

ALTER TABLE ONLY public.people ALTER COLUMN mood SET DEFAULT 'sad'::text;

COMMIT;
