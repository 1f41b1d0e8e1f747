-- create view public.v

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

CREATE VIEW public.v AS
 SELECT t.n
   FROM public.t
  WHERE ((t.n BETWEEN (1) AND (5)) AND (t.n <> 3));

COMMIT;
