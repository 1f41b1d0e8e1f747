--- from
CREATE TABLE orders (id int DEFAULT 1, code text DEFAULT 'a', at date);
--- to
CREATE TABLE orders (id int, code text DEFAULT 'b', at date DEFAULT '2020-01-01');
--- rows
INSERT INTO orders VALUES (1, 'a', NULL);
--- proof
SELECT id = 1 AND code = 'a' AND at IS NULL FROM orders;
