--- from
CREATE TABLE orders (id int NOT NULL, code text);
--- to
CREATE TABLE orders (id int, code text NOT NULL);
--- rows
INSERT INTO orders VALUES (1, 'a');
