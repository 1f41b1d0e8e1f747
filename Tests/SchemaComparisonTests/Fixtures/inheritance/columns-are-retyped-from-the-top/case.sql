--- from
CREATE TABLE z (id int, code int NOT NULL);
CREATE TABLE m (own int) INHERITS (z);
CREATE TABLE a () INHERITS (m);
CREATE TABLE b (id int) INHERITS (m);
--- to
CREATE TABLE z (id bigint, code text);
CREATE TABLE m (own int) INHERITS (z);
CREATE TABLE a () INHERITS (m);
CREATE TABLE b (id bigint) INHERITS (m);
--- rows
INSERT INTO a VALUES (1, 2, 3);
--- proof
SELECT code = '2' FROM z;
