--- from
CREATE TABLE events (id int, price int, name text) PARTITION BY RANGE (id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (10);
--- to
CREATE TABLE events (id int, price bigint, name text NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (20);
--- rows
INSERT INTO events VALUES (1, 5, 'a');
--- proof
SELECT price = 5 FROM events;
