--- from
CREATE TABLE events (id int, other int) PARTITION BY RANGE (id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (10);
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (10) TO (20);
CREATE VIEW seen AS SELECT id FROM events_1;
--- to
CREATE TABLE events (id int, other int) PARTITION BY RANGE (other);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (10);
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (10) TO (20);
CREATE VIEW seen AS SELECT id FROM events_1;
--- rows
INSERT INTO events VALUES (1, 11), (2, 2), (12, 3);
--- proof
SELECT count(*) = 2 FROM events_1;
