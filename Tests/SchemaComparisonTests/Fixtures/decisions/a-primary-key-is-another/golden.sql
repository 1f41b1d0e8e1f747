-- rebuild function public.busy(): what it depends on changes ! untrackable_dependency
-- rebuild view public.busiest: what it depends on changes
-- rebuild view public.owners: what it depends on changes
-- create primary key public.people.people_key ! access_exclusive_lock index_build may_fail_on_data
-- drop primary key public.people.people_pkey ! index_gap
-- rebuild foreign key public.pets.pets_owner_fkey: what it depends on changes ! full_scan_under_lock may_fail_on_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE public.pets DROP CONSTRAINT pets_owner_fkey;

DROP VIEW public.busiest;

-- hazard: untrackable_dependency: Functions may call it by name.
DROP FUNCTION public.busy();

DROP VIEW public.owners;

-- hazard: index_gap: Nothing enforces public.people.people_pkey until it exists again.
ALTER TABLE public.people DROP CONSTRAINT people_pkey;

-- hazard: index_build
-- hazard: may_fail_on_data
-- hazard: access_exclusive_lock
ALTER TABLE ONLY public.people ADD CONSTRAINT people_key PRIMARY KEY (id);

CREATE VIEW public.owners AS
 SELECT p.id,
    p.name,
    count(*) AS pets
   FROM (public.people p
     JOIN public.pets ON ((pets.owner = p.id)))
  GROUP BY p.id;

CREATE OR REPLACE FUNCTION public.busy()
 RETURNS SETOF public.owners
 LANGUAGE sql
 STABLE
AS $function$SELECT * FROM public.owners$function$;

CREATE VIEW public.busiest AS
 SELECT busy.id
   FROM public.busy() busy(id, name, pets);

-- hazard: full_scan_under_lock
-- hazard: may_fail_on_data
ALTER TABLE ONLY public.pets ADD CONSTRAINT pets_owner_fkey FOREIGN KEY (owner) REFERENCES public.people(id);

COMMIT;
