-- alter column public.ft.a: type integer -> bigint

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER FOREIGN TABLE public.ft ALTER COLUMN a TYPE bigint;

COMMIT;
