-- alter column public.t.a

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER SEQUENCE public.t_a_seq SET UNLOGGED;

COMMIT;
