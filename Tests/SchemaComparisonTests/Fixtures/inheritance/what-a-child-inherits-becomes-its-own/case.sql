--- both
CREATE TABLE parent (a int, b text);
--- from
CREATE TABLE child (c int) INHERITS (parent);
ALTER TABLE child ALTER a SET DEFAULT 4;
CREATE TABLE grandchild () INHERITS (child);
--- to
CREATE TABLE child (a int DEFAULT 8, b text, c int) INHERITS (parent);
CREATE TABLE grandchild () INHERITS (child);
--- rows
INSERT INTO child VALUES (1, 'x', 2);
INSERT INTO grandchild VALUES (3, 'y', 4);
--- proof
SELECT count(*) = 2 FROM parent;
