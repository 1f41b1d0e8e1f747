-- rebuild enum public.state: order of labels
-- drop function public.initial() ! untrackable_dependency
-- drop function public.number_of(public.state) ! untrackable_dependency
-- alter column public.t.state ! access_exclusive_lock may_fail_on_data table_rewrite
-- alter default public.t.n: public.number_of(public.initial()) -> 2

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE ONLY public.t ALTER COLUMN n SET DEFAULT 2;

-- hazard: untrackable_dependency: Functions may call it by name.
DROP FUNCTION public.initial();

-- hazard: untrackable_dependency: Functions may call it by name.
DROP FUNCTION public.number_of(public.state);

ALTER TYPE public.state RENAME TO state__ayb_old;

CREATE TYPE public.state AS ENUM (
    'old',
    'new'
);

-- hazard: table_rewrite: t is rewritten unless both types are stored alike.
-- hazard: access_exclusive_lock
-- hazard: may_fail_on_data
ALTER TABLE public.t ALTER COLUMN state TYPE public.state USING state::text::public.state;

DROP TYPE public.state__ayb_old;

COMMIT;
