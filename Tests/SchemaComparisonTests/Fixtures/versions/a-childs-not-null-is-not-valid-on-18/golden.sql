-- create table public.s
-- create table public.t

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

CREATE TABLE public.t (
    a integer
);

CREATE TABLE public.s ()
INHERITS (public.t);

ALTER TABLE public.s ADD CONSTRAINT s_a_not_null NOT NULL a NOT VALID;

COMMIT;
