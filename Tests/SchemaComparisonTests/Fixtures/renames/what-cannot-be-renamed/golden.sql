-- create column public.t.b
-- refused: public.nothing=public.something

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE public.t ADD COLUMN b integer;

COMMIT;
