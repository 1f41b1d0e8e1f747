-- create column public.base.m

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE public.base ADD COLUMN m integer DEFAULT 7;

ALTER TABLE ONLY public.sub ALTER COLUMN m DROP DEFAULT;

COMMIT;
