--- from
CREATE TABLE parent (a integer, b integer);
CREATE TABLE child () INHERITS (parent);
CREATE VIEW numbers AS SELECT b FROM child;
CREATE VIEW totals AS SELECT b::bigint AS b FROM numbers;
--- to
CREATE TABLE parent (a integer, b bigint);
CREATE TABLE child () INHERITS (parent);
CREATE VIEW totals AS SELECT 1::bigint AS b;
--- rows
INSERT INTO parent VALUES (1, 2);
INSERT INTO child VALUES (3, 4);
--- proof
SELECT sum(b) = 6 FROM parent;
