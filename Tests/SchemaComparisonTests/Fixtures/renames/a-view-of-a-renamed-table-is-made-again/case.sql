--- rename
public.users=public.customers
--- from
CREATE TABLE users (id integer, age integer);
CREATE VIEW adults AS SELECT id FROM users WHERE age > 17;
--- to
CREATE TABLE customers (id integer, age bigint);
CREATE VIEW adults AS SELECT id FROM customers WHERE age > 17;
--- rows
INSERT INTO users VALUES (1, 17), (2, 18);
--- proof
SELECT id = 2 FROM adults;
