-- rebuild view public.g: query
-- drop primary key public.r.k1 ! index_gap
-- create primary key public.r.k2 ! access_exclusive_lock index_build may_fail_on_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

DROP VIEW public.g;

-- hazard: index_gap: Nothing enforces public.r.k1 until it exists again.
ALTER TABLE public.r DROP CONSTRAINT k1;

-- hazard: index_build
-- hazard: may_fail_on_data
-- hazard: access_exclusive_lock
ALTER TABLE ONLY public.r ADD CONSTRAINT k2 PRIMARY KEY (c);

CREATE VIEW public.g AS
 SELECT r.id,
    r.c
   FROM public.r
  GROUP BY r.c;

COMMIT;
