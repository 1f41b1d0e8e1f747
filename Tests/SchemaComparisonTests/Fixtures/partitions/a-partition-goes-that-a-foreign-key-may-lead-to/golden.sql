-- drop partition public.nodes_2 ! deletes_data
-- drop partition bound public.nodes_2.nodes (public) ! access_exclusive_lock

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

-- hazard: access_exclusive_lock
ALTER TABLE public.nodes DETACH PARTITION public.nodes_2;

-- hazard: deletes_data: All rows of public.nodes_2 are deleted.
DROP TABLE public.nodes_2;

COMMIT;
