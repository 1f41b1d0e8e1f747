--- from
CREATE TABLE parent (a integer, b integer) PARTITION BY LIST (a);
CREATE TABLE part PARTITION OF parent FOR VALUES IN (1) PARTITION BY RANGE (b);
CREATE TABLE part_low PARTITION OF part FOR VALUES FROM (0) TO (10);
CREATE TABLE whole (row_of_part part);
--- to
CREATE TABLE parent (a integer, b bigint) PARTITION BY LIST (a);
CREATE TABLE part PARTITION OF parent FOR VALUES IN (1) PARTITION BY RANGE (b);
CREATE TABLE part_low PARTITION OF part FOR VALUES FROM (0) TO (10);
CREATE TABLE whole (row_of_part text);
--- rows
INSERT INTO parent VALUES (1, 2);
INSERT INTO whole VALUES ('(1,2)');
--- proof
SELECT a = 1 AND b = 2 FROM part_low;
SELECT row_of_part = '(1,2)' FROM whole;
