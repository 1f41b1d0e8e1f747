--- from
CREATE TABLE orders (id serial PRIMARY KEY, code text UNIQUE);
CREATE INDEX orders_code ON orders (code);
CREATE VIEW codes AS SELECT code FROM orders;
--- to
--- rows
INSERT INTO orders (code) VALUES ('a');
