--- version 18
--- from
CREATE TABLE sums (a int, b int, c int GENERATED ALWAYS AS (a + b) VIRTUAL, d int GENERATED ALWAYS AS (a) VIRTUAL,
    e int GENERATED ALWAYS AS (a) STORED, CONSTRAINT small CHECK (c < 1000));
CREATE VIEW large AS SELECT a, c, d FROM sums WHERE c > 5;
CREATE TABLE free (a int, b int GENERATED ALWAYS AS (a + 1) VIRTUAL);
--- to
CREATE TABLE sums (a int, b int, c int GENERATED ALWAYS AS (a * b) VIRTUAL, d int GENERATED ALWAYS AS (a) STORED,
    e int GENERATED ALWAYS AS (a + 1) STORED, CONSTRAINT small CHECK (c < 1000));
CREATE VIEW large AS SELECT a, c, d FROM sums WHERE c > 5;
CREATE TABLE free (a int, b int GENERATED ALWAYS AS (a + 2) VIRTUAL);
--- rows
INSERT INTO sums VALUES (2, 5);
--- proof
SELECT c = 10 AND d = 2 FROM large;
