-- create range type public.r

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

CREATE TYPE public.r AS RANGE (
    subtype = integer,
    multirange_type_name = public.r_multirange
);

ALTER TYPE public.r OWNER TO pg_monitor;

GRANT ALL ON TYPE public.r TO pg_read_all_stats;

COMMENT ON TYPE public.r IS 'r';

COMMIT;
