-- create function public.z_touch()
-- create table public.a_notes
-- create table public.z_users
-- create primary key public.z_users.z_users_pkey
-- create trigger public.a_notes.touch
-- create policy public.a_notes.mine

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

CREATE OR REPLACE FUNCTION public.z_touch()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN RETURN NEW; END$function$;

CREATE TABLE public.a_notes (
    owner integer
);

ALTER TABLE public.a_notes ENABLE ROW LEVEL SECURITY;

CREATE TABLE public.z_users (
    id integer NOT NULL
);

ALTER TABLE ONLY public.z_users ADD CONSTRAINT z_users_pkey PRIMARY KEY (id);

CREATE TRIGGER touch BEFORE INSERT ON public.a_notes FOR EACH ROW EXECUTE FUNCTION public.z_touch();

CREATE POLICY mine ON public.a_notes
USING ((EXISTS ( SELECT
   FROM public.z_users
  WHERE (z_users.id = a_notes.owner))));

COMMIT;
