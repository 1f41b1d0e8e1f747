--- both
CREATE TABLE child (a integer, b bigint);
--- from
CREATE TABLE parent (a integer, b integer);
CREATE VIEW numbers AS SELECT b FROM parent;
CREATE VIEW totals AS SELECT b::bigint AS b FROM numbers;
--- to
CREATE TABLE parent (a integer, b bigint);
CREATE VIEW totals AS SELECT 1::bigint AS b;
ALTER TABLE child INHERIT parent;
--- rows
INSERT INTO parent VALUES (1, 2);
INSERT INTO child VALUES (3, 4);
--- proof
SELECT sum(b) = 6 FROM parent;
