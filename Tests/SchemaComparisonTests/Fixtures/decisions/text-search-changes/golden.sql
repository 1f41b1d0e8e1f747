-- alter text search dictionary public.d: options  -> accept = 'false'
-- create text search dictionary public.e
-- alter text search configuration public.c: mapping asciiword public.d -> none; mapping word public.d -> public.d, public.e

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TEXT SEARCH DICTIONARY public.d (accept = 'false');

CREATE TEXT SEARCH DICTIONARY public.e (TEMPLATE = pg_catalog.simple);

ALTER TEXT SEARCH CONFIGURATION public.c DROP MAPPING FOR asciiword;

ALTER TEXT SEARCH CONFIGURATION public.c ALTER MAPPING FOR word WITH public.d, public.e;

COMMIT;
