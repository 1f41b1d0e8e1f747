-- drop partitioned table public.nodes ! deletes_data
-- drop partition public.nodes_1 ! deletes_data
-- drop partition public.nodes_11 ! deletes_data
-- drop foreign key public.nodes.nodes_next_fkey

SET search_path = '';
SET check_function_bodies = off;
SET client_min_messages = warning;

BEGIN;

ALTER TABLE public.nodes DROP CONSTRAINT nodes_next_fkey;

-- hazard: deletes_data: All rows of public.nodes_11 are deleted.
DROP TABLE public.nodes_11;

-- hazard: deletes_data: All rows of public.nodes_1 are deleted.
DROP TABLE public.nodes_1;

-- hazard: deletes_data: All rows of public.nodes are deleted.
DROP TABLE public.nodes;

COMMIT;
