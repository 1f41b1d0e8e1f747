-- alter enum public.state: label 'it''s' added
-- alter default public.orders.state: 'new'::public.state -> 'it''s'::public.state

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TYPE public.state ADD VALUE 'it''s';

COMMIT;

BEGIN;

-- hazard: commit_boundary: It uses a label that was added to an enum above.
ALTER TABLE ONLY public.orders ALTER COLUMN state SET DEFAULT 'it''s'::public.state;

COMMIT;
