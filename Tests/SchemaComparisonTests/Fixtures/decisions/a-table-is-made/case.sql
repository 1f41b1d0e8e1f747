--- from
--- to
CREATE TABLE orders (
    id int PRIMARY KEY,
    code text NOT NULL DEFAULT 'none',
    price numeric(10, 2) CHECK (price > 0),
    at timestamptz DEFAULT now(),
    UNIQUE (code)
);
CREATE INDEX orders_at ON orders (at) WHERE price > 5;
