-- alter foreign data wrapper w: option debug
-- alter foreign server s: version none -> 2; option host; option port added
-- alter user mapping s (public): option who
-- alter foreign table public.f: option t
-- create foreign table public.g
-- alter column public.f.a: option n
-- alter column public.f.b: not null no -> yes ! access_exclusive_lock full_scan_under_lock may_fail_on_data
-- create column public.f.c
-- create check constraint public.g.g_a_check

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER FOREIGN DATA WRAPPER w OPTIONS (SET debug 'false');

ALTER SERVER s VERSION '2' OPTIONS (SET host 'b', ADD port '1');

ALTER USER MAPPING FOR PUBLIC SERVER s OPTIONS (SET who 'y');

ALTER FOREIGN TABLE public.f OPTIONS (SET t 'g');

CREATE FOREIGN TABLE public.g (
    a integer
)
SERVER s;

ALTER FOREIGN TABLE public.f ALTER COLUMN a OPTIONS (SET n 'b');

-- hazard: may_fail_on_data: It fails if a row holds NULL.
-- hazard: full_scan_under_lock
-- hazard: access_exclusive_lock
ALTER FOREIGN TABLE ONLY public.f ALTER COLUMN b SET NOT NULL;

ALTER TABLE public.f ADD COLUMN c integer DEFAULT 4;

ALTER FOREIGN TABLE public.g ADD CONSTRAINT g_a_check CHECK ((a > 0));

COMMIT;
