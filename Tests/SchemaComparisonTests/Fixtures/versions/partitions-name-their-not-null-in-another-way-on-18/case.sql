--- version 18
--- from
CREATE TABLE bands (band int NOT NULL, name text NOT NULL) PARTITION BY LIST (band);
CREATE TABLE bands_1 PARTITION OF bands FOR VALUES IN (1);
--- to
CREATE TABLE bands (band int NOT NULL, name text NOT NULL) PARTITION BY LIST (band);
CREATE TABLE bands_1 (band int NOT NULL, name text NOT NULL);
ALTER TABLE bands ATTACH PARTITION bands_1 FOR VALUES IN (1);
--- rows
INSERT INTO bands VALUES (1, 'a');
--- proof
SELECT name = 'a' FROM bands;
