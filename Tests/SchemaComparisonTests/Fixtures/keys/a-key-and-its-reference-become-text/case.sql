--- from
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE f (p int REFERENCES p);
--- to
CREATE TABLE p (id text PRIMARY KEY);
CREATE TABLE f (p text REFERENCES p);
--- rows
INSERT INTO p VALUES (1);
INSERT INTO f VALUES (1);
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '(1)' FROM (TABLE f) AS x;
