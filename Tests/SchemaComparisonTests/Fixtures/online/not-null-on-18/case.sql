--- online
--- version 18
--- from
CREATE TABLE t (a int, b int NOT NULL, c int);
--- to
CREATE TABLE t (a int NOT NULL, b int, c int CONSTRAINT c_given NOT NULL);
--- rows
INSERT INTO t VALUES (1, 2, 3);
