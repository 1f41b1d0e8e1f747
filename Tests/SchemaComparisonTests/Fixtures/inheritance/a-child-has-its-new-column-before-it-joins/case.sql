--- both
CREATE TABLE parent (a integer, b bigint);
--- from
CREATE TABLE child (a integer);
--- to
CREATE TABLE child (a integer, b bigint) INHERITS (parent);
CREATE VIEW seven AS SELECT 7::bigint AS b;
CREATE FUNCTION first() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT b FROM seven; END;
ALTER TABLE child ALTER COLUMN b SET DEFAULT first();
--- rows
INSERT INTO child VALUES (1);
--- proof
SELECT a = 1 AND b = 7 FROM parent;
