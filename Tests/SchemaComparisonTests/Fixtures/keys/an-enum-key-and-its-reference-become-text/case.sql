--- from
CREATE TYPE e AS ENUM ('a');
CREATE TABLE p (id e PRIMARY KEY);
CREATE TABLE f (p e REFERENCES p);
--- to
CREATE TYPE e AS ENUM ('a');
CREATE TABLE p (id text PRIMARY KEY);
CREATE TABLE f (p text REFERENCES p);
--- rows
INSERT INTO p VALUES ('a');
INSERT INTO f VALUES ('a');
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '(a)' FROM (TABLE f) AS x;
