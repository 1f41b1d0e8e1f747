--- from
CREATE TABLE z (id int, CHECK (id > 0));
CREATE TABLE m (name text) INHERITS (z);
CREATE TABLE a (own int) INHERITS (m);
--- to
CREATE TABLE other (x int);
