--- both
CREATE TABLE parent (a integer, b bigint);
--- from
CREATE TABLE child (a integer, b integer);
CREATE VIEW numbers AS SELECT b FROM child;
CREATE VIEW totals AS SELECT b::bigint AS b FROM numbers;
--- to
CREATE TABLE child (a integer, b bigint) INHERITS (parent);
CREATE VIEW totals AS SELECT 1::bigint AS b;
--- rows
INSERT INTO parent VALUES (1, 2);
INSERT INTO child VALUES (3, 4);
--- proof
SELECT sum(b) = 6 FROM parent;
