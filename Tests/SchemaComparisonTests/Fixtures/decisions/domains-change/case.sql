--- from
CREATE DOMAIN positive AS int DEFAULT 1 CONSTRAINT low CHECK (VALUE > 0) CONSTRAINT gone CHECK (VALUE < 99);
CREATE DOMAIN code AS varchar(5);
CREATE TABLE t (a positive, b code, c code[]);
CREATE VIEW v AS SELECT b FROM t;
--- to
CREATE DOMAIN positive AS int DEFAULT 2 NOT NULL CONSTRAINT low CHECK (VALUE > 1) CONSTRAINT high CHECK (VALUE < 9);
CREATE DOMAIN code AS varchar(9);
CREATE TABLE t (a positive, b code, c code[]);
CREATE VIEW v AS SELECT b FROM t;
--- rows
INSERT INTO t VALUES (3, 'abc', '{a}');
--- proof
SELECT b = 'abc' FROM v;
