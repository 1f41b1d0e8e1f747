-- rebuild column public.copies.b: generated none -> stored; expression none -> (a + 1) ! access_exclusive_lock deletes_data table_rewrite
-- alter column public.sums.a: type integer -> bigint ! access_exclusive_lock may_fail_on_data table_rewrite
-- alter column public.sums.b: generated stored -> none; expression (a + 1) -> none

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: deletes_data: The values of public.copies.b are deleted.
ALTER TABLE public.copies DROP COLUMN b;

-- hazard: table_rewrite
-- hazard: access_exclusive_lock
ALTER TABLE public.copies ADD COLUMN b integer GENERATED ALWAYS AS ((a + 1)) STORED;

ALTER TABLE public.sums ALTER COLUMN b DROP EXPRESSION;

-- hazard: table_rewrite: sums is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.sums ALTER COLUMN a TYPE bigint USING a::bigint;

COMMIT;
