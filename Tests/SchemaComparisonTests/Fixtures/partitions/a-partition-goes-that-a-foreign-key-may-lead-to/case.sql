--- both
CREATE TABLE nodes (id int PRIMARY KEY, next int) PARTITION BY RANGE (id);
CREATE TABLE nodes_1 PARTITION OF nodes FOR VALUES FROM (0) TO (10);
CREATE TABLE links (next int REFERENCES nodes);
--- from
CREATE TABLE nodes_2 PARTITION OF nodes FOR VALUES FROM (10) TO (20);
--- to
--- rows
INSERT INTO nodes VALUES (1, 1), (11, 1);
--- proof
SELECT count(*) = 1 FROM nodes;
