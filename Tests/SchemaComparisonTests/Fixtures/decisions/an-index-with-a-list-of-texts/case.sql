--- from
CREATE TABLE shirts (id int, size varchar(5), CONSTRAINT sized CHECK (id > 0 OR size IN ('S', 'M')));
CREATE INDEX listed ON shirts (id) WHERE size IN ('S', 'M');
--- to
CREATE TABLE shirts (id bigint, size varchar(5), CONSTRAINT sized CHECK (id > 0 OR size IN ('S', 'M')));
CREATE INDEX listed ON shirts (id) WHERE size IN ('S', 'M');
