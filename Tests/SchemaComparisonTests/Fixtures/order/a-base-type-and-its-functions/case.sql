--- from
--- to
CREATE TYPE a_code;
CREATE FUNCTION code_in(cstring) RETURNS a_code LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION code_out(a_code) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE a_code (INPUT = code_in, OUTPUT = code_out, LIKE = int4);
CREATE TABLE t (c a_code);
