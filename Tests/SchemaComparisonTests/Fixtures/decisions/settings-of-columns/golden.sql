-- alter column public.notes.bits: type bytea -> text ! access_exclusive_lock may_fail_on_data table_rewrite
-- alter column public.notes.changed: type character varying(10) -> text; storage EXTERNAL -> MAIN ! access_exclusive_lock may_fail_on_data table_rewrite
-- alter column public.notes.kept: type character varying(10) -> text ! access_exclusive_lock may_fail_on_data table_rewrite
-- alter column public.notes.plain: statistics target none -> 7; options  -> n_distinct_inherited=3

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: table_rewrite: notes is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.notes ALTER COLUMN bits TYPE text USING bits::text;

ALTER TABLE ONLY public.notes ALTER COLUMN bits SET COMPRESSION pglz;

-- hazard: table_rewrite: notes is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.notes ALTER COLUMN changed TYPE text USING changed::text;

ALTER TABLE ONLY public.notes ALTER COLUMN changed SET STORAGE MAIN;

-- hazard: table_rewrite: notes is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.notes ALTER COLUMN kept TYPE text USING kept::text;

ALTER TABLE ONLY public.notes ALTER COLUMN kept SET STORAGE EXTERNAL;

ALTER TABLE ONLY public.notes ALTER COLUMN plain SET STATISTICS 7;

ALTER TABLE ONLY public.notes ALTER COLUMN plain SET (n_distinct_inherited='3');

COMMIT;
