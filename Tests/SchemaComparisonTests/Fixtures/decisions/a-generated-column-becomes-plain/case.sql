--- from
CREATE TABLE sums (a int, b int GENERATED ALWAYS AS (a + 1) STORED);
CREATE TABLE copies (a int, b int);
--- to
CREATE TABLE sums (a bigint, b int);
CREATE TABLE copies (a int, b int GENERATED ALWAYS AS (a + 1) STORED);
--- rows
INSERT INTO sums VALUES (1);
INSERT INTO copies VALUES (5, 7);
--- proof
SELECT b = 2 FROM sums;
SELECT b = 6 FROM copies;
