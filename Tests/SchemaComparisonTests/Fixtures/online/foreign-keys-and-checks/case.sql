--- online
--- both
CREATE TABLE t (a int PRIMARY KEY, b int);
--- from
--- to
ALTER TABLE t ADD FOREIGN KEY (b) REFERENCES t, ADD CHECK (b > 0);
CREATE TABLE fresh (a int REFERENCES t CHECK (a > 0));
--- rows
INSERT INTO t VALUES (1, 1);
