-- create unique constraint public.beds.one ! access_exclusive_lock index_build may_fail_on_data
-- rebuild foreign key public.beds.placed: FOREIGN KEY (room) REFERENCES public.rooms(code) -> FOREIGN KEY (room) REFERENCES public.rooms(code) ON DELETE SET NULL ! full_scan_under_lock may_fail_on_data
-- rebuild exclusion public.rooms.free: EXCLUDE USING gist (during WITH &&) -> EXCLUDE USING gist (during WITH &&, other WITH =) WHERE ((id > 0)) ! access_exclusive_lock index_build index_gap may_fail_on_data
-- drop check constraint public.rooms.gone
-- rebuild check constraint public.rooms.low: CHECK ((code > 0)) -> CHECK ((code > 1)) ! full_scan_under_lock may_fail_on_data
-- rebuild unique constraint public.rooms.rooms_id_key: UNIQUE (id) DEFERRABLE -> UNIQUE (id) DEFERRABLE INITIALLY DEFERRED ! access_exclusive_lock index_build index_gap may_fail_on_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE public.beds DROP CONSTRAINT placed;

-- hazard: index_gap: Nothing enforces public.rooms.free until it exists again.
ALTER TABLE public.rooms DROP CONSTRAINT free;

ALTER TABLE public.rooms DROP CONSTRAINT gone;

ALTER TABLE public.rooms DROP CONSTRAINT low;

-- hazard: index_gap: Nothing enforces public.rooms.rooms_id_key until it exists again.
ALTER TABLE public.rooms DROP CONSTRAINT rooms_id_key;

-- hazard: index_build
-- hazard: may_fail_on_data
-- hazard: access_exclusive_lock
ALTER TABLE ONLY public.beds ADD CONSTRAINT one UNIQUE (note) DEFERRABLE;

-- hazard: full_scan_under_lock
-- hazard: may_fail_on_data
ALTER TABLE ONLY public.beds ADD CONSTRAINT placed FOREIGN KEY (room) REFERENCES public.rooms(code) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;

-- hazard: index_build
-- hazard: may_fail_on_data
-- hazard: access_exclusive_lock
ALTER TABLE ONLY public.rooms ADD CONSTRAINT free EXCLUDE USING gist (during WITH &&, other WITH =) WHERE ((id > 0)) DEFERRABLE;

-- hazard: full_scan_under_lock
-- hazard: may_fail_on_data
ALTER TABLE public.rooms ADD CONSTRAINT low CHECK ((code > 1));

-- hazard: index_build
-- hazard: may_fail_on_data
-- hazard: access_exclusive_lock
ALTER TABLE ONLY public.rooms ADD CONSTRAINT rooms_id_key UNIQUE (id) DEFERRABLE INITIALLY DEFERRED;

COMMIT;
