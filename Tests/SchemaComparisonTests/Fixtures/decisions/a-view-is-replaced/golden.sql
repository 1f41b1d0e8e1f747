-- alter view public.v: query; options  -> security_barrier=true

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

CREATE OR REPLACE VIEW public.v WITH (security_barrier='true') AS
 SELECT t.a,
    t.b,
    t.c
   FROM public.t
  WHERE (t.a > 0);

COMMIT;
