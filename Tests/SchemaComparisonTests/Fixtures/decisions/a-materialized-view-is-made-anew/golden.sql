-- rebuild materialized view public.m: query ! matview_refresh
-- rebuild materialized view public.n: settings ! matview_refresh
-- rebuild index public.m_a: what it depends on changes ! index_build

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

DROP MATERIALIZED VIEW public.n;

DROP MATERIALIZED VIEW public.m;

-- hazard: matview_refresh
CREATE MATERIALIZED VIEW public.m AS
 SELECT t.a,
    t.b
   FROM public.t
  WHERE (t.a > 1)
WITH DATA;

-- hazard: matview_refresh
CREATE MATERIALIZED VIEW public.n WITH (fillfactor='80') AS
 SELECT m.a
   FROM public.m
WITH DATA;

ALTER MATERIALIZED VIEW public.n ALTER COLUMN a SET STATISTICS 50;

-- hazard: index_build: Nobody can write to public.m until it is built.
CREATE INDEX m_a ON public.m USING btree (a);

COMMIT;
