--- from
CREATE TYPE state AS ENUM ('new', 'old', 'done');
CREATE DOMAIN open_state AS state DEFAULT 'new' CHECK (VALUE <> 'done');
CREATE TYPE step AS (state state, open open_state, at date);
CREATE TABLE orders (id int PRIMARY KEY, state open_state NOT NULL, steps step[], last step);
CREATE VIEW latest AS SELECT id, (last).state FROM orders;
--- to
CREATE TYPE state AS ENUM ('new', 'done');
CREATE DOMAIN open_state AS state DEFAULT 'new' CHECK (VALUE <> 'done');
CREATE TYPE step AS (state state, open open_state, at date);
CREATE TABLE orders (id int PRIMARY KEY, state open_state NOT NULL, steps step[], last step);
CREATE VIEW latest AS SELECT id, (last).state FROM orders;
--- rows
INSERT INTO orders VALUES (1, 'new', ARRAY[('new', 'new', '2020-01-01')::step], ('done', 'new', NULL));
--- proof
SELECT state = 'done' FROM latest;
