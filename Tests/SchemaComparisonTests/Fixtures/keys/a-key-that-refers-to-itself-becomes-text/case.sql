--- from
CREATE TABLE p (id int PRIMARY KEY, up int REFERENCES p);
--- to
CREATE TABLE p (id text PRIMARY KEY, up text REFERENCES p);
--- rows
INSERT INTO p VALUES (1, 1);
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '(1,1)' FROM (TABLE p) AS x;
