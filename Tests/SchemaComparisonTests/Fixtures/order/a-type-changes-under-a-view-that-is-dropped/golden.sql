-- alter column public.t.a: type integer -> bigint ! access_exclusive_lock may_fail_on_data table_rewrite
-- drop view public.v
-- rebuild view public.w: query
-- rebuild trigger public.w.up: what it depends on changes

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

DROP VIEW public.w;

DROP VIEW public.v;

-- hazard: table_rewrite: t is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;

CREATE VIEW public.w AS
 SELECT t.a
   FROM public.t;

CREATE TRIGGER up INSTEAD OF UPDATE ON public.w FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();

COMMIT;
