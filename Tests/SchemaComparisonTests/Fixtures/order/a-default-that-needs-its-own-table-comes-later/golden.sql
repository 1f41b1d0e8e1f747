-- create function public.a_next(public.t)
-- create function public.b_next()
-- create table public.t
-- create default public.t.next

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

CREATE TABLE public.t (
    id integer,
    next integer
);

CREATE OR REPLACE FUNCTION public.a_next(public.t)
 RETURNS integer
 LANGUAGE sql
BEGIN ATOMIC
 SELECT 1;
END;

CREATE OR REPLACE FUNCTION public.b_next()
 RETURNS integer
 LANGUAGE sql
BEGIN ATOMIC
 SELECT max(t.id) AS max
    FROM public.t;
END;

ALTER TABLE ONLY public.t ALTER COLUMN next SET DEFAULT public.b_next();

COMMIT;
