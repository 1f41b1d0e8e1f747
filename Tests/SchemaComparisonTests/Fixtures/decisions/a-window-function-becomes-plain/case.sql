--- from
CREATE FUNCTION f() RETURNS bigint LANGUAGE internal WINDOW AS 'window_rank';
--- to
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
