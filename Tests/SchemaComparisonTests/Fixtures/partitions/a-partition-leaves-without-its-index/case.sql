--- both
CREATE TABLE events (id int, what text, UNIQUE (id)) PARTITION BY RANGE (id);
CREATE INDEX events_what ON events (what);
--- from
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (10);
--- to
CREATE TABLE events_1 (id int, what text);
--- rows
INSERT INTO events VALUES (1, 'a');
--- proof
SELECT id = 1 FROM events_1;
