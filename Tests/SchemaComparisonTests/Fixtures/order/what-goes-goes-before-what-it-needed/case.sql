--- from
CREATE SCHEMA z;
CREATE TYPE z.kind AS ENUM ('a', 'b');
CREATE FUNCTION z.first() RETURNS z.kind LANGUAGE sql IMMUTABLE AS $$ SELECT 'a'::z.kind $$;
CREATE TABLE z.t (id bigint, kind z.kind DEFAULT z.first());
CREATE VIEW z.z_view AS SELECT id FROM z.t;
CREATE VIEW a_view AS SELECT id FROM z.z_view;
CREATE FUNCTION rows() RETURNS SETOF a_view LANGUAGE sql BEGIN ATOMIC SELECT id FROM z.z_view; END;
CREATE VIEW b_view AS SELECT count(*) FROM rows();
--- to
