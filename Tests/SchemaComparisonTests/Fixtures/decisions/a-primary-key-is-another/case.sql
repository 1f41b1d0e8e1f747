--- from
CREATE TABLE people (id int NOT NULL, name text NOT NULL, CONSTRAINT people_pkey PRIMARY KEY (id));
CREATE TABLE pets (owner int REFERENCES people, name text);
CREATE VIEW owners AS SELECT p.id, p.name, count(*) AS pets FROM people p JOIN pets ON owner = p.id GROUP BY p.id;
CREATE FUNCTION busy() RETURNS SETOF owners LANGUAGE sql STABLE AS 'SELECT * FROM public.owners';
CREATE VIEW busiest AS SELECT id FROM busy();
--- to
CREATE TABLE people (id int NOT NULL, name text NOT NULL, CONSTRAINT people_key PRIMARY KEY (id));
CREATE TABLE pets (owner int REFERENCES people, name text);
CREATE VIEW owners AS SELECT p.id, p.name, count(*) AS pets FROM people p JOIN pets ON owner = p.id GROUP BY p.id;
CREATE FUNCTION busy() RETURNS SETOF owners LANGUAGE sql STABLE AS 'SELECT * FROM public.owners';
CREATE VIEW busiest AS SELECT id FROM busy();
--- rows
INSERT INTO people VALUES (1, 'a');
INSERT INTO pets VALUES (1, 'x');
--- proof
SELECT id = 1 FROM busiest;
