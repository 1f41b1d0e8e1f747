-- rebuild range type public.r: what it depends on changes
-- rebuild function public.f(double precision, double precision): definition
-- alter column public.t.a ! access_exclusive_lock may_fail_on_data table_rewrite

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER FUNCTION public.f(double precision, double precision) RENAME TO f__ayb_old;

ALTER TYPE public.r RENAME TO r__ayb_old;

ALTER FUNCTION public.r(double precision, double precision) RENAME TO r__ayb_old;

ALTER FUNCTION public.r(double precision, double precision, text) RENAME TO r__ayb_old;

ALTER FUNCTION public.r_multirange() RENAME TO m_r__ayb_old;

ALTER TYPE public.r_multirange RENAME TO m_r__ayb_old;

CREATE OR REPLACE FUNCTION public.f(x double precision, b double precision)
 RETURNS double precision
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT $1 - $2$function$;

CREATE TYPE public.r AS RANGE (
    subtype = double precision,
    subtype_diff = public.f,
    multirange_type_name = public.r_multirange
);

-- hazard: table_rewrite: t is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.t ALTER COLUMN a TYPE public.r USING a::text::public.r;

DROP TYPE public.r__ayb_old;

DROP FUNCTION public.f__ayb_old(double precision, double precision);

COMMIT;
