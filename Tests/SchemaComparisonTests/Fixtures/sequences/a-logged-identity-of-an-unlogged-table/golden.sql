-- create table public.t

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

CREATE UNLOGGED TABLE public.t (
    a integer GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.t_a_seq) NOT NULL
);

ALTER SEQUENCE public.t_a_seq SET LOGGED;

COMMIT;
