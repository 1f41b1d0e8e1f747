-- alter type public.mood: name mood -> feeling ! access_exclusive_lock untrackable_dependency
-- alter sequence public.seq: name seq -> numbers ! access_exclusive_lock untrackable_dependency
-- alter view public.v: name v -> w ! access_exclusive_lock untrackable_dependency
-- alter index public.idx: name idx -> index ! access_exclusive_lock untrackable_dependency
-- alter enum public.feeling: label 'b' added

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: access_exclusive_lock
-- hazard: untrackable_dependency: Programs may use the old name.
ALTER TYPE public.mood RENAME TO feeling;

-- hazard: access_exclusive_lock
-- hazard: untrackable_dependency: Programs may use the old name.
ALTER SEQUENCE public.seq RENAME TO numbers;

-- hazard: access_exclusive_lock
-- hazard: untrackable_dependency: Programs may use the old name.
ALTER VIEW public.v RENAME TO w;

-- hazard: access_exclusive_lock
-- hazard: untrackable_dependency: Programs may use the old name.
ALTER INDEX public.idx RENAME TO index;

ALTER TYPE public.feeling ADD VALUE 'b';

COMMIT;
