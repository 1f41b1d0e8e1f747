--- from
GRANT EXECUTE ON FUNCTION pg_catalog.pg_read_file(text) TO outsider;
--- to
REVOKE EXECUTE ON FUNCTION pg_catalog.pg_sleep(double precision) FROM PUBLIC;
REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;
