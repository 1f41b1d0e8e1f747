--- from
CREATE TYPE state AS ENUM ('new');
CREATE TABLE orders (state state DEFAULT 'new');
--- to
CREATE TYPE state AS ENUM ('new', 'it''s');
CREATE TABLE orders (state state DEFAULT 'it''s');
