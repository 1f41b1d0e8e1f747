--- online
--- from
CREATE TABLE t (a int, b int, c int);
CREATE INDEX gone ON t (a);
CREATE INDEX changed ON t (b);
--- to
CREATE TABLE t (a int, b int, c int);
CREATE INDEX fresh ON t (c);
CREATE UNIQUE INDEX changed ON t (b, a);
CREATE TABLE other (a int);
CREATE INDEX at_once ON other (a);
