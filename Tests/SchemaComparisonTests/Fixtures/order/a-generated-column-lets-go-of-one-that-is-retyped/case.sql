--- version 18
--- from
CREATE TABLE t (a_sum int GENERATED ALWAYS AS (x + 1) STORED, x int, y int);
--- to
CREATE TABLE t (a_sum int GENERATED ALWAYS AS (y + 1) STORED, x text, y int);
