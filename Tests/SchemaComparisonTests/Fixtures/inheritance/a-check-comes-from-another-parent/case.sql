--- from
CREATE TABLE base (a int, CONSTRAINT c CHECK (a > 0));
CREATE TABLE sub () INHERITS (base);
CREATE TABLE two () INHERITS (sub);
--- to
CREATE TABLE base (a int, CONSTRAINT c CHECK (a > 0));
CREATE TABLE sub (a int, CONSTRAINT c CHECK (a > 0));
CREATE TABLE two () INHERITS (sub, base);
--- rows
INSERT INTO two VALUES (1);
--- proof
SELECT coalesce(string_agg(x::text, ' ' ORDER BY x::text), 'none') = '(1)' FROM (TABLE two) AS x;
