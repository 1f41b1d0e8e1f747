--- from
CREATE TABLE t (n int);
--- to
CREATE TABLE t (n int);
CREATE VIEW v AS SELECT n FROM t WHERE n BETWEEN 1 AND 5 AND n <> 3;
