-- A small shop: what `make demo` branches. It can be loaded again and again.
SET client_min_messages = warning;

BEGIN;

DROP VIEW IF EXISTS customer_spending;
DROP TABLE IF EXISTS orders, products, customers;

CREATE TABLE customers (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text NOT NULL,
    email      text NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE products (
    id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name  text NOT NULL,
    price numeric(10, 2) NOT NULL CHECK (price > 0)
);

CREATE TABLE orders (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customers (id),
    product_id  bigint NOT NULL REFERENCES products (id),
    quantity    integer NOT NULL DEFAULT 1 CHECK (quantity > 0),
    ordered_at  timestamptz NOT NULL
);

CREATE INDEX orders_customer ON orders (customer_id, ordered_at DESC);

CREATE VIEW customer_spending AS
SELECT c.id, c.name, count(o.id) AS orders, coalesce(sum(o.quantity * p.price), 0) AS spent
FROM customers AS c
LEFT JOIN orders AS o ON o.customer_id = c.id
LEFT JOIN products AS p ON p.id = o.product_id
GROUP BY c.id, c.name;

INSERT INTO customers (name, email)
SELECT 'Customer ' || n, 'customer' || n || '@example.com' FROM generate_series(1, 100) AS n;

INSERT INTO products (name, price)
SELECT 'Product ' || n, 1 + n * 7 % 50 FROM generate_series(1, 20) AS n;

INSERT INTO orders (customer_id, product_id, quantity, ordered_at)
SELECT 1 + n * 31 % 100, 1 + n * 17 % 20, 1 + n % 4, timestamptz '2026-01-01 09:00+00' + n * interval '7 hours'
FROM generate_series(1, 400) AS n;

COMMIT;

ANALYZE customers, products, orders;
