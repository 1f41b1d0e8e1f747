--- from
CREATE TABLE orders (id int PRIMARY KEY, old text, kept int);
--- to
CREATE TABLE orders (
    id int PRIMARY KEY, kept int, code text NOT NULL DEFAULT 'x', twice int GENERATED ALWAYS AS (kept * 2) STORED,
    number bigint GENERATED ALWAYS AS IDENTITY, bare text NOT NULL
);
