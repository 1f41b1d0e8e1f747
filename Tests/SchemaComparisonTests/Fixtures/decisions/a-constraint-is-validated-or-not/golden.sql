-- rebuild check constraint public.a.high: CHECK ((b < 9)) -> CHECK ((b < 9)) NOT VALID
-- alter check constraint public.a.low: CHECK ((b > 0)) NOT VALID -> CHECK ((b > 0)) ! may_fail_on_data
-- alter foreign key public.a.up: FOREIGN KEY (b) REFERENCES public.a(id) NOT VALID -> FOREIGN KEY (b) REFERENCES public.a(id) ! may_fail_on_data

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE public.a DROP CONSTRAINT high;

ALTER TABLE public.a ADD CONSTRAINT high CHECK ((b < 9)) NOT VALID;

-- hazard: may_fail_on_data
ALTER TABLE public.a VALIDATE CONSTRAINT low;

-- hazard: may_fail_on_data
ALTER TABLE public.a VALIDATE CONSTRAINT up;

COMMIT;
