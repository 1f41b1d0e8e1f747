--- from

--- to
CREATE TYPE r AS RANGE (subtype = int4);
ALTER TYPE r OWNER TO pg_monitor;
GRANT USAGE ON TYPE r TO pg_read_all_stats;
COMMENT ON TYPE r IS 'r';
