-- create view public.v

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

CREATE VIEW public.v AS
 SELECT u.d
   FROM ( SELECT '2020-01-01'::date AS d
        UNION ALL
         SELECT '2021-01-01'::date AS "?column?") u;

COMMIT;
