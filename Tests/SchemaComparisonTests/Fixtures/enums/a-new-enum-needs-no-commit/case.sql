--- from
--- to
CREATE TYPE state AS ENUM ('new', 'done');
CREATE TABLE orders (state state DEFAULT 'new', CHECK (state <> 'done'));
