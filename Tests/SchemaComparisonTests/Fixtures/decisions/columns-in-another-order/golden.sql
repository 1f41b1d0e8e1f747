-- create column public.t.d
-- note: The columns of public.t are in another order: a, b, c, d here, c, a, d, b there.

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE public.t ADD COLUMN d integer;

COMMIT;
