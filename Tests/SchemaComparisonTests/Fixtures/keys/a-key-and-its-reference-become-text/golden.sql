-- alter column public.f.p: type integer -> text ! access_exclusive_lock may_fail_on_data table_rewrite
-- alter column public.p.id: type integer -> text ! access_exclusive_lock may_fail_on_data table_rewrite
-- rebuild foreign key public.f.f_p_fkey: what it depends on changes ! full_scan_under_lock may_fail_on_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE public.f DROP CONSTRAINT f_p_fkey;

-- hazard: table_rewrite: f is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.f ALTER COLUMN p TYPE text USING p::text;

-- hazard: table_rewrite: p is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.p ALTER COLUMN id TYPE text USING id::text;

-- hazard: full_scan_under_lock
-- hazard: may_fail_on_data
ALTER TABLE ONLY public.f ADD CONSTRAINT f_p_fkey FOREIGN KEY (p) REFERENCES public.p(id);

COMMIT;
