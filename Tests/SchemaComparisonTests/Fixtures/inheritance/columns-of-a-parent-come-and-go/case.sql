--- from
CREATE TABLE z (id int, gone int, kept int);
CREATE TABLE a (own int) INHERITS (z);
--- to
CREATE TABLE z (id int, added text DEFAULT 'x');
CREATE TABLE a (kept int, own int) INHERITS (z);
--- rows
INSERT INTO a VALUES (1, 2, 3, 4);
--- proof
SELECT kept = 3 AND own = 4 AND added = 'x' FROM a;
