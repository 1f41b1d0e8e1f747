--- from
CREATE COLLATION co (provider = libc, locale = 'C');
CREATE TABLE p (a text COLLATE co) PARTITION BY RANGE (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('a') TO ('b');
--- to
CREATE COLLATION co (provider = libc, locale = 'POSIX');
CREATE TABLE p (a text COLLATE co) PARTITION BY RANGE (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('a') TO ('b');
--- rows
INSERT INTO p VALUES ('aa');
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '(aa)' FROM (TABLE p) AS x;
