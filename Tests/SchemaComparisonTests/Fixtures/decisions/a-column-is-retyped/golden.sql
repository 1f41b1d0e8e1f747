-- alter column public.accounts.code: type integer -> text ! access_exclusive_lock may_fail_on_data table_rewrite
-- rebuild view public.a_codes: query
-- rebuild view public.codes: query
-- rebuild materialized view public.all_codes: what it depends on changes ! matview_refresh
-- rebuild index public.all_codes_key: what it depends on changes ! index_build may_fail_on_data
-- rebuild policy public.accounts.coded: what it depends on changes ! authorization_change

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: authorization_change
DROP POLICY coded ON public.accounts;

DROP MATERIALIZED VIEW public.all_codes;

DROP VIEW public.a_codes;

DROP VIEW public.codes;

-- hazard: table_rewrite: accounts is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.accounts ALTER COLUMN code TYPE text USING code::text;

CREATE VIEW public.codes AS
 SELECT accounts.id,
    accounts.code
   FROM public.accounts
  WHERE (accounts.code IS NOT NULL);

CREATE VIEW public.a_codes AS
 SELECT codes.id,
    codes.code
   FROM public.codes;

-- hazard: matview_refresh
CREATE MATERIALIZED VIEW public.all_codes AS
 SELECT a_codes.id,
    a_codes.code
   FROM public.a_codes
WITH DATA;

-- hazard: index_build: Nobody can write to public.all_codes until it is built.
-- hazard: may_fail_on_data
CREATE UNIQUE INDEX all_codes_key ON public.all_codes USING btree (id);

-- hazard: authorization_change
CREATE POLICY coded ON public.accounts
FOR SELECT
USING ((code IS NOT NULL));

-- hazard: authorization_change
GRANT SELECT ON TABLE public.codes TO pg_monitor;

COMMENT ON COLUMN public.codes.code IS 'the code';

COMMIT;
