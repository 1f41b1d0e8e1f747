--- online
--- from
CREATE TABLE t (a int, b int);
CREATE INDEX t_a ON t ((a::text));
CREATE VIEW v AS SELECT a FROM t;
--- to
CREATE TABLE t (a bigint, b int, c int NOT NULL DEFAULT 1 UNIQUE);
CREATE INDEX t_a ON t ((a::text));
CREATE VIEW v AS SELECT a FROM t;
