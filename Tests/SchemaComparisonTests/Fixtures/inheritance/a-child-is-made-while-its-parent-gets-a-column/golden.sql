-- create table public.child
-- create column public.parent.more

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE public.parent ADD COLUMN more text;

CREATE TABLE public.child (
    own integer
)
INHERITS (public.parent);

COMMIT;
