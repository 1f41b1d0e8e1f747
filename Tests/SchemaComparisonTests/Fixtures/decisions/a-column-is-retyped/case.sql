--- both
--- from
CREATE TABLE accounts (id int PRIMARY KEY, code int, owner text);
CREATE VIEW codes AS SELECT id, code FROM accounts WHERE code IS NOT NULL;
CREATE VIEW a_codes AS SELECT * FROM codes;
CREATE MATERIALIZED VIEW all_codes AS SELECT id, code FROM a_codes;
CREATE UNIQUE INDEX all_codes_key ON all_codes (id);
CREATE INDEX accounts_code ON accounts (code) WHERE code IS NOT NULL;
ALTER TABLE accounts ENABLE ROW LEVEL SECURITY;
CREATE POLICY coded ON accounts FOR SELECT USING (code IS NOT NULL);
GRANT SELECT ON codes TO pg_monitor;
COMMENT ON COLUMN codes.code IS 'the code';
--- to
CREATE TABLE accounts (id int PRIMARY KEY, code text, owner text);
CREATE VIEW codes AS SELECT id, code FROM accounts WHERE code IS NOT NULL;
CREATE VIEW a_codes AS SELECT * FROM codes;
CREATE MATERIALIZED VIEW all_codes AS SELECT id, code FROM a_codes;
CREATE UNIQUE INDEX all_codes_key ON all_codes (id);
CREATE INDEX accounts_code ON accounts (code) WHERE code IS NOT NULL;
ALTER TABLE accounts ENABLE ROW LEVEL SECURITY;
CREATE POLICY coded ON accounts FOR SELECT USING (code IS NOT NULL);
GRANT SELECT ON codes TO pg_monitor;
COMMENT ON COLUMN codes.code IS 'the code';
--- rows
INSERT INTO accounts VALUES (1, 12, 'a'), (2, NULL, 'b');
--- proof
SELECT count(*) = 1 AND max(code) = '12' FROM codes;
