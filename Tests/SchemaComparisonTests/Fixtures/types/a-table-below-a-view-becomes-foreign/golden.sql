-- drop table public.x ! deletes_data
-- create foreign table public.x
-- rebuild view public.y: what it depends on changes

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

DROP VIEW public.y;

-- hazard: deletes_data: All rows of public.x are deleted.
DROP TABLE public.x;

CREATE FOREIGN TABLE public.x (
    a integer
)
SERVER s;

CREATE VIEW public.y AS
 SELECT x.a
   FROM public.x;

COMMIT;
