--- from
CREATE TYPE state AS ENUM ('new', 'old');
CREATE FUNCTION initial() RETURNS state LANGUAGE sql IMMUTABLE AS $$ SELECT NULL::public.state $$;
CREATE FUNCTION number_of(state) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT 1 $$;
CREATE TABLE t (state state, n integer DEFAULT number_of(initial()));
--- to
CREATE TYPE state AS ENUM ('old', 'new');
CREATE TABLE t (state state, n integer DEFAULT 2);
--- rows
INSERT INTO t VALUES ('new', 1), ('old', 2);
--- proof
SELECT array_agg(state::text ORDER BY state) = '{old,new}' FROM t;
