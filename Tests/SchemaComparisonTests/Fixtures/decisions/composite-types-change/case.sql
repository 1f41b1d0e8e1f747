--- from
CREATE TYPE pair AS (a int, b text, gone int);
CREATE TYPE free AS (a int, b text);
CREATE TABLE t (p pair);
--- to
CREATE TYPE pair AS (a bigint, b text, z int);
CREATE TYPE free AS (b text COLLATE "C", a int);
CREATE TABLE t (p pair);
--- rows
INSERT INTO t VALUES ((1, 'x', 2));
--- proof
SELECT (p).a = 1 AND (p).b = 'x' AND (p).z IS NULL FROM t;
