-- create function public.good(public.t)
-- create table public.a_copy
-- create column public.t.z
-- create index public.a_copy_good_idx
-- create check constraint public.t.fine ! full_scan_under_lock may_fail_on_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

CREATE OR REPLACE FUNCTION public.good(public.t)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT true$function$;

CREATE TABLE public.a_copy (
    id integer,
    z integer,
    whole public.t
);

ALTER TABLE public.t ADD COLUMN z integer;

CREATE INDEX a_copy_good_idx ON public.a_copy USING btree (public.good(whole));

-- hazard: full_scan_under_lock
-- hazard: may_fail_on_data
ALTER TABLE public.t ADD CONSTRAINT fine CHECK (public.good(t.*));

COMMIT;
