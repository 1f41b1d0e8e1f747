--- from
CREATE TYPE state AS ENUM ('new', 'old');
CREATE FUNCTION f(state) RETURNS int LANGUAGE sql AS 'SELECT 1';
--- to
CREATE TYPE state AS ENUM ('new');
CREATE FUNCTION f(state) RETURNS int LANGUAGE sql AS 'SELECT 1';
