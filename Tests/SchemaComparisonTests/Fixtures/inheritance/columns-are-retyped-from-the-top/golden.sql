-- alter column public.a.code: type integer -> text; not null yes -> no
-- alter column public.b.code: type integer -> text; not null yes -> no
-- alter column public.m.code: type integer -> text; not null yes -> no
-- alter column public.z.code: type integer -> text; not null yes -> no ! access_exclusive_lock may_fail_on_data table_rewrite
-- alter column public.z.id: type integer -> bigint ! access_exclusive_lock may_fail_on_data table_rewrite

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: table_rewrite: z is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.z ALTER COLUMN code TYPE text USING code::text;

ALTER TABLE ONLY public.z ALTER COLUMN code DROP NOT NULL;

ALTER TABLE ONLY public.m ALTER COLUMN code DROP NOT NULL;

ALTER TABLE ONLY public.a ALTER COLUMN code DROP NOT NULL;

ALTER TABLE ONLY public.b ALTER COLUMN code DROP NOT NULL;

-- hazard: table_rewrite: z is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.z ALTER COLUMN id TYPE bigint USING id::bigint;

COMMIT;
