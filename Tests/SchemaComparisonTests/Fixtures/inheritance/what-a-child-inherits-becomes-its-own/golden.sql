-- alter default public.child.a: 4 -> 8
-- alter default public.grandchild.a: 4 -> 8
-- rebuild inheritance public.child.parent (public): what it depends on changes

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE public.child NO INHERIT public.parent;

ALTER TABLE ONLY public.child ALTER COLUMN a SET DEFAULT 8;

ALTER TABLE ONLY public.grandchild ALTER COLUMN a SET DEFAULT 8;

ALTER TABLE public.child INHERIT public.parent;

COMMIT;
