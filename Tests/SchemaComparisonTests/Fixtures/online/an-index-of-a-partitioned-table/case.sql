--- online
--- both
CREATE TABLE p (id int, k text) PARTITION BY LIST (k);
CREATE TABLE p_a PARTITION OF p FOR VALUES IN ('a');
CREATE TABLE p_d PARTITION OF p DEFAULT;
--- from
CREATE INDEX gone ON p (k);
--- to
CREATE INDEX i ON p (id);
