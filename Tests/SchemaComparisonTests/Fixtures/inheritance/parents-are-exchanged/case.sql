--- both
CREATE TABLE named (name text NOT NULL, CHECK (name <> ''));
CREATE TABLE dated (at date DEFAULT '2020-01-01');
CREATE TABLE priced (price int);
--- from
CREATE TABLE goods (id int, price int) INHERITS (named, dated);
--- to
CREATE TABLE goods (id int, price int, at date DEFAULT '2020-01-02') INHERITS (named, priced);
--- rows
INSERT INTO goods (id, price, name) VALUES (1, 5, 'a');
--- proof
SELECT price = 5 FROM priced;
SELECT at = '2020-01-01' FROM goods;
