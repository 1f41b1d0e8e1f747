--- online
--- from
CREATE TABLE t (a int, b int NOT NULL);
--- to
CREATE TABLE t (a int NOT NULL, b int);
--- rows
INSERT INTO t VALUES (1, 2);
