-- create view public.v1
-- create view public.v2

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

CREATE VIEW public.v1 AS
SELECT NULL::integer AS a;

CREATE VIEW public.v2 AS
SELECT NULL::integer AS a;

CREATE OR REPLACE VIEW public.v1 AS
 SELECT v2.a
   FROM public.v2;

CREATE OR REPLACE VIEW public.v2 AS
 SELECT v1.a
   FROM public.v1;

COMMIT;
