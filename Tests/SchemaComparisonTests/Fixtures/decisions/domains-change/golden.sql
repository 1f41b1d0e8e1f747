-- rebuild domain public.code: type character varying(5) -> character varying(9)
-- alter domain public.positive: default 1 -> 2; not null no -> yes; constraint gone CHECK ((VALUE < 99)) -> none; constraint high none -> CHECK ((VALUE < 9)); constraint low CHECK ((VALUE > 0)) -> CHECK ((VALUE > 1)) ! full_scan_under_lock may_fail_on_data
-- alter column public.t.b ! access_exclusive_lock may_fail_on_data table_rewrite
-- alter column public.t.c ! access_exclusive_lock may_fail_on_data table_rewrite
-- rebuild view public.v: what it depends on changes

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

DROP VIEW public.v;

ALTER TYPE public.code RENAME TO code__ayb_old;

CREATE DOMAIN public.code AS character varying(9);

ALTER DOMAIN public.positive DROP CONSTRAINT gone;

ALTER DOMAIN public.positive DROP CONSTRAINT low;

ALTER DOMAIN public.positive SET DEFAULT 2;

-- hazard: may_fail_on_data: It fails if a value does not meet the condition.
-- hazard: full_scan_under_lock
ALTER DOMAIN public.positive SET NOT NULL;

-- hazard: may_fail_on_data: It fails if a value does not meet the condition.
-- hazard: full_scan_under_lock
ALTER DOMAIN public.positive ADD CONSTRAINT high CHECK ((VALUE < 9));

-- hazard: may_fail_on_data: It fails if a value does not meet the condition.
-- hazard: full_scan_under_lock
ALTER DOMAIN public.positive ADD CONSTRAINT low CHECK ((VALUE > 1));

-- hazard: table_rewrite: t is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.t ALTER COLUMN b TYPE public.code USING b::text::public.code;

-- hazard: table_rewrite: t is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.t ALTER COLUMN c TYPE public.code[] USING c::text::public.code[];

DROP TYPE public.code__ayb_old;

CREATE VIEW public.v AS
 SELECT t.b
   FROM public.t;

COMMIT;
