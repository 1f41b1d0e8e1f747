-- create column public.p.m

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE public.p ADD COLUMN m integer DEFAULT 7;

ALTER TABLE ONLY public.p1 ALTER COLUMN m DROP DEFAULT;

COMMIT;
