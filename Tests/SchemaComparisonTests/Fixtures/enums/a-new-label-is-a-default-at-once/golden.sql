-- alter enum public.state: label 'draft' added; label 'sent' added
-- alter default public.orders.state: 'new'::public.state -> 'draft'::public.state
-- create view public.drafts
-- create check constraint public.orders.orders_state_check ! full_scan_under_lock may_fail_on_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TYPE public.state ADD VALUE 'draft' BEFORE 'new';

ALTER TYPE public.state ADD VALUE 'sent' BEFORE 'done';

COMMIT;

BEGIN;

-- hazard: commit_boundary: It uses a label that was added to an enum above.
ALTER TABLE ONLY public.orders ALTER COLUMN state SET DEFAULT 'draft'::public.state;

CREATE VIEW public.drafts AS
 SELECT orders.id
   FROM public.orders
  WHERE (orders.state = 'draft'::public.state);

-- hazard: full_scan_under_lock
-- hazard: may_fail_on_data
ALTER TABLE public.orders ADD CONSTRAINT orders_state_check CHECK ((state <> 'sent'::public.state));

COMMIT;
