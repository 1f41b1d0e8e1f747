--- from
CREATE TABLE events (id int, other int) PARTITION BY RANGE (id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (10);
CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM (10) TO (20);
--- to
CREATE TABLE events (id int, other int) PARTITION BY RANGE (other);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (10);
CREATE TABLE events_2 (id int, other int);
--- rows
INSERT INTO events VALUES (1, 1), (12, 2);
--- proof
SELECT id = 1 FROM events;
SELECT id = 12 FROM events_2;
