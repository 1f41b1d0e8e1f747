--- from
CREATE TABLE old (id int);
CREATE TABLE middle () INHERITS (old);
CREATE TABLE young () INHERITS (middle);
CREATE TABLE other () INHERITS (old);
ALTER TABLE old ADD CONSTRAINT bound CHECK (id > 0);
--- to
CREATE TABLE old (id int);
CREATE TABLE middle () INHERITS (old);
CREATE TABLE young (id int);
CREATE TABLE other ();
ALTER TABLE old ADD CONSTRAINT bound CHECK (id > 1);
--- rows
INSERT INTO young VALUES (2);
INSERT INTO middle VALUES (3);
--- proof
SELECT id = 2 FROM young;
