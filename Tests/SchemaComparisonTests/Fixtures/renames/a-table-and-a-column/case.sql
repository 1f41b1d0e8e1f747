--- rename
public.old=public.fresh
public.old.a=public.old.b
--- from
CREATE TABLE old (id int PRIMARY KEY, a int CHECK (a > 0), c int);
CREATE INDEX i ON old (a);
CREATE VIEW v AS SELECT a FROM old;
CREATE TABLE links (id int REFERENCES old);
--- to
CREATE TABLE fresh (id int CONSTRAINT old_pkey PRIMARY KEY, b int CONSTRAINT old_a_check CHECK (b > 0), c bigint);
CREATE INDEX i ON fresh (b);
CREATE VIEW v AS SELECT b AS a FROM fresh;
CREATE TABLE links (id int REFERENCES fresh);
--- rows
INSERT INTO old VALUES (1, 2, 3);
--- proof
SELECT b = 2 FROM fresh;
