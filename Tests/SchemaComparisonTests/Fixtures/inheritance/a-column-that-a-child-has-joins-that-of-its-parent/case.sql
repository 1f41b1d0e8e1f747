--- from
CREATE TABLE a (id int);
CREATE TABLE z (id int, extra int) INHERITS (a);
--- to
CREATE TABLE a (id int, extra int, more int);
CREATE TABLE z (id int, extra int, more int) INHERITS (a);
--- rows
INSERT INTO z VALUES (1, 2);
--- proof
SELECT extra = 2 FROM a;
