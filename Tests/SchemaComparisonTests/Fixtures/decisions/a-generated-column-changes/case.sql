--- from
CREATE TABLE sums (a int, b int, c int GENERATED ALWAYS AS (a + b) STORED, CHECK (c < 1000));
CREATE INDEX sums_c ON sums (c);
CREATE VIEW large AS SELECT a, c FROM sums WHERE c > 5;
COMMENT ON COLUMN sums.c IS 'generated';
--- to
CREATE TABLE sums (a int, b int, c int GENERATED ALWAYS AS (a * b) STORED, CHECK (c < 1000));
CREATE INDEX sums_c ON sums (c);
CREATE VIEW large AS SELECT a, c FROM sums WHERE c > 5;
COMMENT ON COLUMN sums.c IS 'generated';
--- rows
INSERT INTO sums VALUES (2, 5);
--- proof
SELECT c = 10 FROM large;
