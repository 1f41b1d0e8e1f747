-- drop table public.a ! deletes_data
-- drop table public.m ! deletes_data
-- create table public.other
-- drop table public.z ! deletes_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: deletes_data: All rows of public.a are deleted.
DROP TABLE public.a;

-- hazard: deletes_data: All rows of public.m are deleted.
DROP TABLE public.m;

-- hazard: deletes_data: All rows of public.z are deleted.
DROP TABLE public.z;

CREATE TABLE public.other (
    x integer
);

COMMIT;
