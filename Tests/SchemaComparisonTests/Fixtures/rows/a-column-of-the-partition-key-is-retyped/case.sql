--- from
CREATE TABLE events (id int PRIMARY KEY, what text) PARTITION BY RANGE (id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (10);
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (10) TO (20) PARTITION BY RANGE (id);
CREATE TABLE events_21 PARTITION OF events_2 FOR VALUES FROM (10) TO (15);
CREATE INDEX ON events (what);
CREATE VIEW seen AS SELECT * FROM events;
CREATE TABLE links (event int REFERENCES events);
COMMENT ON TABLE events_21 IS 'a comment';
--- to
CREATE TABLE events (id bigint PRIMARY KEY, what text) PARTITION BY RANGE (id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (10);
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (10) TO (20) PARTITION BY RANGE (id);
CREATE TABLE events_21 PARTITION OF events_2 FOR VALUES FROM (10) TO (15);
CREATE INDEX ON events (what);
CREATE VIEW seen AS SELECT * FROM events;
CREATE TABLE links (event bigint REFERENCES events);
COMMENT ON TABLE events_21 IS 'a comment';
--- rows
INSERT INTO events VALUES (1, 'a'), (11, 'b');
INSERT INTO links VALUES (11);
--- proof
SELECT count(*) = 2 FROM events;
