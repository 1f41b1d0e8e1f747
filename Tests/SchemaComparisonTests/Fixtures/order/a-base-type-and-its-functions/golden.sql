-- create base type public.a_code
-- create function public.code_in(cstring)
-- create function public.code_out(public.a_code)
-- create table public.t

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

CREATE TYPE public.a_code;

CREATE OR REPLACE FUNCTION public.code_in(cstring)
 RETURNS public.a_code
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4in$function$;

CREATE OR REPLACE FUNCTION public.code_out(public.a_code)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4out$function$;

CREATE TYPE public.a_code (
    INPUT = public.code_in,
    OUTPUT = public.code_out,
    INTERNALLENGTH = 4,
    PASSEDBYVALUE,
    ALIGNMENT = int4,
    STORAGE = plain
);

CREATE OR REPLACE FUNCTION public.code_in(cstring)
 RETURNS public.a_code
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4in$function$;

CREATE OR REPLACE FUNCTION public.code_out(public.a_code)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4out$function$;

CREATE TABLE public.t (
    c public.a_code
);

COMMIT;
