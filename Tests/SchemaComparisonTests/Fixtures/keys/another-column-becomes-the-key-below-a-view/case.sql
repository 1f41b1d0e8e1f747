--- from
CREATE TABLE r (id int CONSTRAINT k1 PRIMARY KEY, c text NOT NULL);
CREATE VIEW g AS SELECT id, c FROM r GROUP BY id;
--- to
CREATE TABLE r (id int NOT NULL, c text CONSTRAINT k2 PRIMARY KEY);
CREATE VIEW g AS SELECT id, c FROM r GROUP BY c;
--- rows
INSERT INTO r VALUES (1, 'a');
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '(1,a)' FROM (TABLE r) AS x;
