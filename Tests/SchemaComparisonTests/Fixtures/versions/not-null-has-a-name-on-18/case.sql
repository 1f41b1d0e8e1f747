--- version 18
--- from
CREATE TABLE t (a int CONSTRAINT a_given NOT NULL, b int NOT NULL, c int, d int PRIMARY KEY);
--- to
CREATE TABLE t (a int CONSTRAINT "a is there" NOT NULL, b int, c int CONSTRAINT c_given NOT NULL NO INHERIT,
    d int CONSTRAINT d_given PRIMARY KEY);
--- rows
INSERT INTO t VALUES (1, 2, 3, 4);
