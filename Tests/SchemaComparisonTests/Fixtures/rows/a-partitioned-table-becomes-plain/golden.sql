-- rebuild table public.events: partition key RANGE (id) -> none; access method none -> heap ! access_exclusive_lock may_fail_on_data table_rewrite
-- drop partition public.events_1 ! deletes_data
-- create check constraint public.events.events_id_check ! full_scan_under_lock may_fail_on_data
-- create policy public.events.p ! authorization_change

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: table_rewrite: All rows of public.events are copied twice.
-- hazard: access_exclusive_lock
CREATE TABLE public.events__ayb_old AS SELECT * FROM public.events;

-- hazard: deletes_data: All rows of public.events_1 are deleted.
DROP TABLE public.events_1;

DROP TABLE public.events;

CREATE TABLE public.events (
    id integer GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.events_id_seq) NOT NULL,
    what text
);

-- hazard: may_fail_on_data
INSERT INTO public.events (id, what) OVERRIDING SYSTEM VALUE SELECT id, what FROM public.events__ayb_old;

DROP TABLE public.events__ayb_old;

-- hazard: full_scan_under_lock
-- hazard: may_fail_on_data
ALTER TABLE public.events ADD CONSTRAINT events_id_check CHECK ((id > 0));

-- hazard: authorization_change
CREATE POLICY p ON public.events
USING ((id > 0));

COMMIT;
