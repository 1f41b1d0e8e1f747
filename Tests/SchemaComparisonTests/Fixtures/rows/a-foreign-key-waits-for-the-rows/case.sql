--- both
CREATE TABLE kinds (id int PRIMARY KEY);
--- from
CREATE TABLE events (id int PRIMARY KEY, kind int CONSTRAINT a_kind REFERENCES kinds);
--- to
CREATE TABLE events (id int PRIMARY KEY, kind int CONSTRAINT a_kind REFERENCES kinds) PARTITION BY RANGE (id);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (10);
--- rows
INSERT INTO kinds VALUES (5);
INSERT INTO events VALUES (1, 5);
--- proof
SELECT id = 1 FROM events_1;
