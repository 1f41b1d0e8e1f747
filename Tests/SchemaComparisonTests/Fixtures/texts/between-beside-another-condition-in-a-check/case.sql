--- from
CREATE TABLE t (n int);
--- to
CREATE TABLE t (n int, CONSTRAINT c CHECK (n BETWEEN 1 AND 5 AND n <> 3));
