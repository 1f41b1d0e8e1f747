--- version 18
--- from
CREATE TABLE t (a int NOT NULL);
CREATE TABLE s (CONSTRAINT own NOT NULL a) INHERITS (t);
--- to
CREATE TABLE t (a int NOT NULL);
CREATE TABLE s () INHERITS (t);
