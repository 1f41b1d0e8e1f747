--- version 18
--- from

--- to
CREATE TABLE t (a int);
CREATE TABLE s () INHERITS (t);
ALTER TABLE s ADD NOT NULL a NOT VALID;
