-- create table public.a
-- create table public.m
-- create table public.z
-- create check constraint public.z.z_id_check

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

CREATE TABLE public.z (
    id integer
);

CREATE TABLE public.m (
    name text
)
INHERITS (public.z);

CREATE TABLE public.a (
    own integer
)
INHERITS (public.m);

ALTER TABLE public.z ADD CONSTRAINT z_id_check CHECK ((id > 0));

COMMIT;
