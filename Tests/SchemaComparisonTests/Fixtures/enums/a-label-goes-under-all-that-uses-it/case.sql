--- from
CREATE TYPE state AS ENUM ('new', 'old', 'done');
CREATE TABLE kinds (state state PRIMARY KEY);
CREATE TABLE orders (id int PRIMARY KEY, state state NOT NULL DEFAULT 'new', states state[] DEFAULT '{new}',
    note text, is_new bool GENERATED ALWAYS AS (state = 'new') STORED,
    CONSTRAINT one UNIQUE (state, id), FOREIGN KEY (state) REFERENCES kinds);
CREATE INDEX fresh ON orders (id) WHERE state = 'new';
CREATE VIEW open_orders AS SELECT id, state FROM orders WHERE state <> 'done';
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY visible ON orders USING (state <> 'done');
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.note := ''touched''; RETURN NEW; END';
CREATE TRIGGER changed BEFORE UPDATE ON orders FOR EACH ROW WHEN (NEW.state = 'new') EXECUTE FUNCTION touch();
GRANT SELECT ON open_orders TO pg_monitor;
COMMENT ON TYPE state IS 'a state';
--- to
CREATE TYPE state AS ENUM ('new', 'done');
CREATE TABLE kinds (state state PRIMARY KEY);
CREATE TABLE orders (id int PRIMARY KEY, state state NOT NULL DEFAULT 'new', states state[] DEFAULT '{new}',
    note text, is_new bool GENERATED ALWAYS AS (state = 'new') STORED,
    CONSTRAINT one UNIQUE (state, id), FOREIGN KEY (state) REFERENCES kinds);
CREATE INDEX fresh ON orders (id) WHERE state = 'new';
CREATE VIEW open_orders AS SELECT id, state FROM orders WHERE state <> 'done';
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY visible ON orders USING (state <> 'done');
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.note := ''touched''; RETURN NEW; END';
CREATE TRIGGER changed BEFORE UPDATE ON orders FOR EACH ROW WHEN (NEW.state = 'new') EXECUTE FUNCTION touch();
GRANT SELECT ON open_orders TO pg_monitor;
COMMENT ON TYPE state IS 'a state';
--- rows
INSERT INTO kinds VALUES ('new'), ('done');
INSERT INTO orders (id, state, states) VALUES (1, 'new', '{new,done}'), (2, 'done', '{}');
--- proof
SELECT count(*) = 2 FROM orders;
SELECT states = '{new,done}' AND is_new FROM orders WHERE id = 1;
