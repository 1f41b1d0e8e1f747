-- alter column public.h.c ! access_exclusive_lock may_fail_on_data table_rewrite
-- alter column public.t.a: type integer -> bigint ! access_exclusive_lock may_fail_on_data table_rewrite
-- rebuild view public.v: query

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: table_rewrite: h is rewritten twice.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.h ALTER COLUMN c TYPE text USING c::text;

DROP VIEW public.v;

-- hazard: table_rewrite: t is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;

CREATE VIEW public.v AS
 SELECT t.a
   FROM public.t;

-- hazard: table_rewrite: h is rewritten twice.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.h ALTER COLUMN c TYPE public.v USING c::public.v;

COMMIT;
