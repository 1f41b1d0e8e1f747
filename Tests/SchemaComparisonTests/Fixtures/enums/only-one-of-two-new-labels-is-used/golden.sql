-- alter enum public.a_color: label 'green' added
-- alter enum public.b_size: label 'large' added
-- alter column public.t.n: type integer -> bigint ! access_exclusive_lock may_fail_on_data table_rewrite
-- create default public.t.size

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TYPE public.a_color ADD VALUE 'green';

ALTER TYPE public.b_size ADD VALUE 'large';

-- hazard: table_rewrite: t is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.t ALTER COLUMN n TYPE bigint USING n::bigint;

COMMIT;

BEGIN;

-- hazard: commit_boundary: It uses a label that was added to an enum above.
ALTER TABLE ONLY public.t ALTER COLUMN size SET DEFAULT 'large'::public.b_size;

COMMIT;
