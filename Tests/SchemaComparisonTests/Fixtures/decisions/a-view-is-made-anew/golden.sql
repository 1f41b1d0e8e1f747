-- rebuild view public.aw: query
-- rebuild view public.v: query

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

DROP VIEW public.aw;

DROP VIEW public.v;

CREATE VIEW public.v AS
 SELECT t.b,
    (t.a)::bigint AS a
   FROM public.t;

CREATE VIEW public.aw AS
 SELECT v.a
   FROM public.v;

-- hazard: authorization_change
GRANT SELECT ON TABLE public.aw TO pg_monitor;

COMMIT;
