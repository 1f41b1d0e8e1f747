--- from
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE people (id int, mood mood DEFAULT 'sad', since date, born timestamp);
--- to
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE people (id int, mood text DEFAULT 'sad', since int, born date);
--- rows
INSERT INTO people VALUES (1, 'happy', NULL, '2020-01-01 10:00');
--- proof
SELECT mood = 'happy' AND born = '2020-01-01' FROM people;
