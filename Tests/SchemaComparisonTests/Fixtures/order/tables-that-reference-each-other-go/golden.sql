-- drop table public.a ! deletes_data
-- drop table public.b ! deletes_data
-- drop foreign key public.a.a_b_fkey
-- drop foreign key public.b.b_a_fkey

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE public.a DROP CONSTRAINT a_b_fkey;

ALTER TABLE public.b DROP CONSTRAINT b_a_fkey;

-- hazard: deletes_data: All rows of public.a are deleted.
DROP TABLE public.a;

-- hazard: deletes_data: All rows of public.b are deleted.
DROP TABLE public.b;

COMMIT;
