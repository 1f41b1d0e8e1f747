-- rebuild foreign server s: type x -> none
-- rebuild foreign table public.ft: what it depends on changes

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

DROP FOREIGN TABLE public.ft;

DROP SERVER s;

CREATE SERVER s
FOREIGN DATA WRAPPER w;

CREATE FOREIGN TABLE public.ft (
    a integer
)
SERVER s;

COMMIT;
