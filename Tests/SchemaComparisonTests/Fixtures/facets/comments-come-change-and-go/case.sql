--- from
CREATE TABLE t (a int PRIMARY KEY, b int CONSTRAINT low CHECK (b > 0));
CREATE INDEX i ON t (b);
CREATE VIEW v AS SELECT a FROM t;
COMMENT ON TABLE t IS 'old';
COMMENT ON COLUMN t.a IS 'gone';
COMMENT ON INDEX i IS 'same';
--- to
CREATE TABLE t (a int PRIMARY KEY, b int CONSTRAINT low CHECK (b > 0));
CREATE INDEX i ON t (b);
CREATE VIEW v AS SELECT a FROM t;
COMMENT ON TABLE t IS 'it''s new';
COMMENT ON COLUMN t.b IS E'two\nlines \\ ';
COMMENT ON INDEX i IS 'same';
COMMENT ON CONSTRAINT low ON t IS 'a check';
COMMENT ON CONSTRAINT t_pkey ON t IS 'a key';
COMMENT ON COLUMN v.a IS 'of a view';
COMMENT ON SCHEMA public IS 'everything';
