-- alter composite type public.other: attribute c none -> integer
-- alter composite type public.pair: attribute a integer -> bigint; attribute gone integer -> none; attribute z none -> integer
-- create table public.added
-- alter table public.becomes_plain: type public.other -> none
-- alter table public.becomes_typed: type none -> public.other
-- create column public.becomes_typed.c
-- alter column public.kept.a: type integer -> bigint ! access_exclusive_lock may_fail_on_data table_rewrite
-- drop column public.kept.gone ! deletes_data
-- create column public.kept.z
-- create default public.kept.b
-- create check constraint public.added.added_a_check
-- create unique constraint public.added.added_b_key

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE public.becomes_plain NOT OF;

ALTER TABLE public.kept NOT OF;

-- hazard: deletes_data: The values of public.kept.gone are deleted.
ALTER TABLE public.kept DROP COLUMN gone;

ALTER TYPE public.other
    ADD ATTRIBUTE c integer;

ALTER TYPE public.pair
    DROP ATTRIBUTE gone,
    ALTER ATTRIBUTE a TYPE bigint,
    ADD ATTRIBUTE z integer;

CREATE TABLE public.added OF public.other (
    a WITH OPTIONS DEFAULT 3,
    b WITH OPTIONS NOT NULL
);

ALTER TABLE public.becomes_typed ADD COLUMN c integer;

-- hazard: table_rewrite: kept is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.kept ALTER COLUMN a TYPE bigint USING a::bigint;

ALTER TABLE public.kept ADD COLUMN z integer DEFAULT 4;

ALTER TABLE ONLY public.kept ALTER COLUMN b SET DEFAULT 'q'::text;

ALTER TABLE public.added ADD CONSTRAINT added_a_check CHECK ((a > 2));

ALTER TABLE ONLY public.added ADD CONSTRAINT added_b_key UNIQUE (b);

ALTER TABLE public.becomes_typed OF public.other;

ALTER TABLE public.kept OF public.pair;

COMMIT;
