--- from
CREATE TABLE t (a int, b int, c int);
--- to
CREATE TABLE t (c int, a int, d int, b int);
