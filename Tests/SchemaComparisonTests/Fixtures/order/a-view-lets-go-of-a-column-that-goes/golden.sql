-- alter function public.f(): definition
-- drop column public.t.b ! deletes_data
-- alter view public.v: query

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

CREATE OR REPLACE FUNCTION public.f()
 RETURNS bigint
 LANGUAGE sql
BEGIN ATOMIC
 SELECT count(t.a) AS count
    FROM public.t;
END;

CREATE OR REPLACE VIEW public.v AS
 SELECT t.a
   FROM public.t
  WHERE (t.a > 0);

-- hazard: deletes_data: The values of public.t.b are deleted.
ALTER TABLE public.t DROP COLUMN b;

COMMIT;
