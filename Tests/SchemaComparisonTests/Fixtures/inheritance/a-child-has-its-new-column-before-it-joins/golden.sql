-- create function public.first()
-- create column public.child.b
-- create inheritance public.child.parent (public)
-- create view public.seven

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

CREATE VIEW public.seven AS
 SELECT (7)::bigint AS b;

CREATE OR REPLACE FUNCTION public.first()
 RETURNS bigint
 LANGUAGE sql
BEGIN ATOMIC
 SELECT seven.b
    FROM public.seven;
END;

ALTER TABLE public.child ADD COLUMN b bigint DEFAULT public.first();

ALTER TABLE public.child INHERIT public.parent;

COMMIT;
