--- from
CREATE TYPE state AS ENUM ('new', 'done');
CREATE TABLE orders (id int, state state DEFAULT 'new');
--- to
CREATE TYPE state AS ENUM ('draft', 'new', 'sent', 'done');
CREATE TABLE orders (id int, state state DEFAULT 'draft', CHECK (state <> 'sent'));
CREATE VIEW drafts AS SELECT id FROM orders WHERE state = 'draft';
--- rows
INSERT INTO orders VALUES (1, 'new'), (2, 'done');
