-- alter language plpgsql: privileges ! authorization_change
-- alter function pg_catalog.pg_read_file(text): privileges ! authorization_change
-- alter function pg_catalog.pg_sleep(double precision): privileges ! authorization_change

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: authorization_change
REVOKE ALL ON LANGUAGE plpgsql FROM PUBLIC;

-- hazard: authorization_change
REVOKE ALL ON FUNCTION pg_catalog.pg_read_file(text) FROM outsider;

-- hazard: authorization_change
REVOKE ALL ON FUNCTION pg_catalog.pg_sleep(double precision) FROM PUBLIC;

COMMIT;
