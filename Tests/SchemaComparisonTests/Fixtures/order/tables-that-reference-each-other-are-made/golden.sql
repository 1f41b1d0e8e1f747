-- create table public.a
-- create table public.b
-- create foreign key public.a.a_b_fkey
-- create primary key public.a.a_pkey
-- create foreign key public.b.b_a_fkey
-- create primary key public.b.b_pkey

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

CREATE TABLE public.a (
    id integer NOT NULL,
    b integer
);

CREATE TABLE public.b (
    id integer NOT NULL,
    a integer
);

ALTER TABLE ONLY public.a ADD CONSTRAINT a_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.b ADD CONSTRAINT b_a_fkey FOREIGN KEY (a) REFERENCES public.a(id);

ALTER TABLE ONLY public.b ADD CONSTRAINT b_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.a ADD CONSTRAINT a_b_fkey FOREIGN KEY (b) REFERENCES public.b(id);

COMMIT;
