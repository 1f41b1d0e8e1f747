-- create table public.fresh
-- create check constraint public.fresh.fresh_a_check
-- create foreign key public.fresh.fresh_a_fkey
-- create check constraint public.t.t_b_check ! commit_boundary may_fail_on_data
-- create foreign key public.t.t_b_fkey ! commit_boundary may_fail_on_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;
SET lock_timeout = '5s';

BEGIN;

CREATE TABLE public.fresh (
    a integer
);

ALTER TABLE public.fresh ADD CONSTRAINT fresh_a_check CHECK ((a > 0));

ALTER TABLE ONLY public.fresh ADD CONSTRAINT fresh_a_fkey FOREIGN KEY (a) REFERENCES public.t(a);

ALTER TABLE public.t ADD CONSTRAINT t_b_check CHECK ((b > 0)) NOT VALID;

COMMIT;

BEGIN;

-- hazard: may_fail_on_data
-- hazard: commit_boundary
ALTER TABLE public.t VALIDATE CONSTRAINT t_b_check;

ALTER TABLE ONLY public.t ADD CONSTRAINT t_b_fkey FOREIGN KEY (b) REFERENCES public.t(a) NOT VALID;

COMMIT;

BEGIN;

-- hazard: may_fail_on_data
-- hazard: commit_boundary
ALTER TABLE public.t VALIDATE CONSTRAINT t_b_fkey;

COMMIT;
