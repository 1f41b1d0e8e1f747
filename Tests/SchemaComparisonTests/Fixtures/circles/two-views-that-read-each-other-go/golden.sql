-- drop view public.v1
-- drop view public.v2

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

CREATE OR REPLACE VIEW public.v1 AS
SELECT NULL::integer AS a;

CREATE OR REPLACE VIEW public.v2 AS
SELECT NULL::integer AS a;

DROP VIEW public.v1;

DROP VIEW public.v2;

COMMIT;
