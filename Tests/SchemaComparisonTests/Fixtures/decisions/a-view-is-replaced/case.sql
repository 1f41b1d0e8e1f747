--- both
CREATE TABLE t (a int, b int, c int);
--- from
CREATE VIEW v AS SELECT a, b FROM t;
CREATE VIEW w AS SELECT a FROM v;
--- to
CREATE VIEW v WITH (security_barrier) AS SELECT a, b, c FROM t WHERE a > 0;
CREATE VIEW w AS SELECT a FROM v;
