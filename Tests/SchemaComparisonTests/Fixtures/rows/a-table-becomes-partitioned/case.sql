--- from
CREATE TABLE events (id int PRIMARY KEY, what text NOT NULL, gone int, twice int GENERATED ALWAYS AS (id * 2) STORED);
CREATE INDEX events_what ON events (what);
CREATE VIEW seen AS SELECT id FROM events;
CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS n FROM events;
CREATE TABLE links (event int REFERENCES events);
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''no''; END';
GRANT SELECT ON events TO pg_monitor;
COMMENT ON TABLE events IS 'events';
--- to
CREATE TABLE events (id int PRIMARY KEY, what varchar NOT NULL, twice int GENERATED ALWAYS AS (id * 2) STORED)
    PARTITION BY RANGE (id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (10);
CREATE TABLE events_2 PARTITION OF events DEFAULT;
CREATE INDEX events_what ON events (what);
CREATE VIEW seen AS SELECT id FROM events;
CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS n FROM events;
CREATE TABLE links (event int REFERENCES events);
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''no''; END';
CREATE TRIGGER refused BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION refuse();
GRANT SELECT ON events TO pg_monitor;
COMMENT ON TABLE events IS 'events';
--- rows
INSERT INTO events VALUES (1, 'a', 5), (11, 'b', 6);
INSERT INTO links VALUES (11);
--- proof
SELECT n = 2 FROM counted;
SELECT count(*) = 1 FROM events_1 WHERE id = 1 AND what = 'a' AND twice = 2;
