--- from
CREATE TYPE state AS ENUM ('done', 'new');
CREATE TABLE t (state state PRIMARY KEY);
--- to
CREATE TYPE state AS ENUM ('new', 'done');
CREATE TABLE t (state state PRIMARY KEY);
--- rows
INSERT INTO t VALUES ('new'), ('done');
--- proof
SELECT max(state) = 'done' FROM t;
