--- rename
public.mood=public.feeling
public.seq=public.numbers
public.idx=public.index
public.v=public.w
--- from
CREATE TYPE mood AS ENUM ('a');
CREATE SEQUENCE seq;
CREATE TABLE t (m mood, n int DEFAULT nextval('seq'));
CREATE INDEX idx ON t (n);
CREATE VIEW v AS SELECT n FROM t;
--- to
CREATE TYPE feeling AS ENUM ('a', 'b');
CREATE SEQUENCE numbers;
CREATE TABLE t (m feeling, n int DEFAULT nextval('numbers'));
CREATE INDEX index ON t (n);
CREATE VIEW w AS SELECT n FROM t;
