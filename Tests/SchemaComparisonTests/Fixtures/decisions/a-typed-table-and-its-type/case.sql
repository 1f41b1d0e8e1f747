--- from
CREATE TYPE pair AS (a int, b text, gone int);
CREATE TABLE kept OF pair (PRIMARY KEY (a));
CREATE TYPE other AS (a int, b text);
CREATE TABLE becomes_typed (a int, b text);
CREATE TABLE becomes_plain OF other;
--- to
CREATE TYPE pair AS (a bigint, b text, z int);
CREATE TABLE kept OF pair (PRIMARY KEY (a), b WITH OPTIONS DEFAULT 'q', z WITH OPTIONS DEFAULT 4);
CREATE TYPE other AS (a int, b text, c int);
CREATE TABLE becomes_typed OF other;
CREATE TABLE becomes_plain (a int, b text);
CREATE TABLE added OF other (a WITH OPTIONS DEFAULT 3 CHECK (a > 2), b WITH OPTIONS NOT NULL, UNIQUE (b));
--- rows
INSERT INTO kept VALUES (1, 'x', 2);
--- proof
SELECT a = 1 AND z = 4 FROM kept;
