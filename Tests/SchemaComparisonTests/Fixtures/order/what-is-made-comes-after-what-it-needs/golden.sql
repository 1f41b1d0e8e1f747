-- create schema z
-- create enum z.kind
-- create sequence z.numbers
-- create function public.rows()
-- create function z.first()
-- create table z.t
-- create view public.a_view
-- create view public.b_view
-- create view z.z_view
-- create materialized view public.a_mat ! matview_refresh

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

CREATE SCHEMA z;

CREATE TYPE z.kind AS ENUM (
    'a',
    'b'
);

CREATE SEQUENCE z.numbers;

CREATE OR REPLACE FUNCTION z.first()
 RETURNS z.kind
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT 'a'::z.kind $function$;

CREATE TABLE z.t (
    id bigint DEFAULT nextval('z.numbers'::regclass),
    kind z.kind DEFAULT z.first()
);

CREATE VIEW z.z_view AS
 SELECT t.id
   FROM z.t;

CREATE VIEW public.a_view AS
 SELECT z_view.id
   FROM z.z_view;

CREATE OR REPLACE FUNCTION public.rows()
 RETURNS SETOF public.a_view
 LANGUAGE sql
BEGIN ATOMIC
 SELECT z_view.id
    FROM z.z_view;
END;

CREATE VIEW public.b_view AS
 SELECT count(*) AS count
   FROM public.rows() rows(id);

-- hazard: matview_refresh
CREATE MATERIALIZED VIEW public.a_mat AS
 SELECT a_view.id
   FROM public.a_view
WITH DATA;

COMMIT;
