-- create unique constraint public.t.t_b_key ! index_build may_fail_on_data non_transactional
-- create unique constraint public.t.t_c_key ! index_build may_fail_on_data non_transactional
-- create primary key public.t.t_pkey ! index_build may_fail_on_data non_transactional
-- create exclusion public.u.u_a_excl ! access_exclusive_lock index_build may_fail_on_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;
SET lock_timeout = '5s';

-- hazard: index_build: If it fails, it leaves an invalid index: drop it and try again.
-- hazard: may_fail_on_data
-- hazard: non_transactional
CREATE UNIQUE INDEX CONCURRENTLY t_b_key ON public.t (b);

BEGIN;

ALTER TABLE public.t ADD CONSTRAINT t_b_key UNIQUE USING INDEX t_b_key DEFERRABLE INITIALLY DEFERRED;

COMMIT;

-- hazard: index_build: If it fails, it leaves an invalid index: drop it and try again.
-- hazard: may_fail_on_data
-- hazard: non_transactional
CREATE UNIQUE INDEX CONCURRENTLY t_c_key ON public.t (c) NULLS NOT DISTINCT WITH (fillfactor='70');

BEGIN;

ALTER TABLE public.t ADD CONSTRAINT t_c_key UNIQUE USING INDEX t_c_key;

COMMIT;

-- hazard: index_build: If it fails, it leaves an invalid index: drop it and try again.
-- hazard: may_fail_on_data
-- hazard: non_transactional
CREATE UNIQUE INDEX CONCURRENTLY t_pkey ON public.t (a);

BEGIN;

ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey;

-- hazard: index_build
-- hazard: may_fail_on_data
-- hazard: access_exclusive_lock
ALTER TABLE ONLY public.u ADD CONSTRAINT u_a_excl EXCLUDE USING btree (a WITH =);

COMMIT;
