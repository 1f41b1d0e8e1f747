--- both
CREATE TABLE parent (id int, CONSTRAINT low CHECK (id > 0));
--- from
CREATE TABLE child (id int);
--- to
CREATE TABLE child (id int, CONSTRAINT low CHECK (id > 0)) INHERITS (parent);
--- rows
INSERT INTO child VALUES (1);
--- proof
SELECT id = 1 FROM parent;
