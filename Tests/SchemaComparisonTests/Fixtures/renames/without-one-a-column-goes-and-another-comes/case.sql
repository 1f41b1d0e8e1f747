--- from
CREATE TABLE t (a int);
--- to
CREATE TABLE t (b int);
