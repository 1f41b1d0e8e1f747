/// A dump with every construct that could trip a splitter, and roles wherever pg_dump writes them.
enum SampleDump {
    static let text = #"""
        --
        -- PostgreSQL database dump; it's "quoted" /* not a comment
        --

        \restrict a;b'c"d

        SET statement_timeout = 0;
        SELECT pg_catalog.set_config('search_path', '', false);
        /* outer; /* inner ' */ still " outer; */ CREATE SCHEMA "odd;name";

        -- Name: f(); Type: FUNCTION; Owner: alice
        CREATE FUNCTION "public"."f"("a" integer) RETURNS "text"
            LANGUAGE "plpgsql"
            AS $_$
        begin
          execute $q$ALTER TABLE t OWNER TO nobody;$q$; -- $_ not the end
          return 'a;b' || $1 || '$$';
        end $_$;
        ALTER FUNCTION "public"."f"("a" integer) OWNER TO "alice";

        CREATE PROCEDURE "public"."p"()
            LANGUAGE "sql"
            BEGIN ATOMIC
         SELECT CASE WHEN true THEN 1 ELSE 2 END;
         INSERT INTO t VALUES (';', E'it\'s;', 'c:\');
        END;
        ALTER PROCEDURE "public"."p"() OWNER TO "Bob ""B"" Ö";

        CREATE TABLE "public"."t" ("n" integer DEFAULT 1-1, "s" "text" DEFAULT E'a\';', "x$y" "text" DEFAULT 'it''s;');
        ALTER TABLE "public"."t" OWNER TO alice;
        CREATE RULE "r" AS ON DELETE TO "public"."t" DO (DELETE FROM a; DELETE FROM b);

        COPY "public"."t" ("n", "s", "x$y") FROM stdin;
        1	it's; GRANT ALL ON t TO nobody;	"$$
        2	\\.	-- /*
        \N	\\	\.x
        \.

        CREATE POLICY "only" ON "public"."t" AS RESTRICTIVE FOR SELECT TO "alice", PUBLIC USING (("n" > 0));
        CREATE USER MAPPING FOR "alice" SERVER "far" OPTIONS ("user" 'x');
        REVOKE ALL ON TABLE "public"."t" FROM "alice";
        GRANT SELECT("n"),UPDATE("to") ON TABLE "public"."t" TO "bob" WITH GRANT OPTION;
        SET SESSION AUTHORIZATION "bob";
        GRANT SELECT ON TABLE "public"."t" TO "carol";
        RESET SESSION AUTHORIZATION;
        GRANT USAGE ON SCHEMA "odd;name" TO PUBLIC;
        ALTER DEFAULT PRIVILEGES FOR ROLE "alice" IN SCHEMA "public" GRANT SELECT ON TABLES TO "bob";
        ALTER DEFAULT PRIVILEGES FOR ROLE "alice" REVOKE ALL ON FUNCTIONS FROM PUBLIC;

        \unrestrict a;b'c"d
        -- done
        """# + "\n"

    /// The roles that it names.
    static let roles: Set<String> = ["alice", "bob", "carol", "Bob \"B\" Ö"]
}
