--- version 18
--- from
CREATE TABLE parent (a int NOT NULL, b int NOT NULL, c int);
CREATE TABLE keyed (PRIMARY KEY (a, c)) INHERITS (parent);
CREATE TABLE plain () INHERITS (parent);
ALTER TABLE plain ALTER b SET NOT NULL;
--- to
CREATE TABLE parent (a int, b int, c int NOT NULL);
CREATE TABLE keyed (PRIMARY KEY (a, c)) INHERITS (parent);
CREATE TABLE plain () INHERITS (parent);
ALTER TABLE plain ALTER b SET NOT NULL;
--- rows
INSERT INTO keyed VALUES (1, 2, 3);
INSERT INTO plain VALUES (4, 5, 6);
