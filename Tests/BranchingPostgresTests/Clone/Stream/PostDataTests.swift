import DumpText
import Testing

@testable import BranchingPostgres

@Suite struct PostDataTests {
    private func sorted(_ sql: String) throws -> PostData {
        try PostData(SchemaText(text: sql), tables: [.init(schema: "s", name: "t")], filter: DumpFilter(roles: nil))
    }

    private func text(_ statements: [[UInt8]]) -> [String] { statements.map { String(decoding: $0, as: UTF8.self) } }

    @Test func `each statement is done when it can be done`() throws {
        let data = try sorted(
            """
            SET statement_timeout = 0;
            SELECT pg_catalog.set_config('search_path', '', false);
            SET default_tablespace = 'fast';
            ALTER TABLE ONLY "s"."t" ADD CONSTRAINT "pk" PRIMARY KEY ("a");
            SET default_tablespace = '';
            CREATE UNIQUE INDEX "i" ON "s"."t" USING "btree" ("a");
            CREATE INDEX "m" ON "s"."view" USING "btree" ("a");
            ALTER INDEX "s"."pi" ATTACH PARTITION "s"."i";
            ALTER TABLE ONLY "s"."t" ADD CONSTRAINT "fk" FOREIGN KEY ("a") REFERENCES "s"."o"("b") ON DELETE CASCADE;
            ALTER TABLE ONLY "s"."t" ADD CONSTRAINT "c" CHECK (("a" > 0)) NOT VALID;
            CREATE EVENT TRIGGER "e" ON "ddl_command_end" EXECUTE FUNCTION "s"."f"();
            COMMENT ON EVENT TRIGGER "e" IS 'x';
            CREATE TRIGGER "tr" BEFORE INSERT ON "s"."t" FOR EACH ROW EXECUTE FUNCTION "s"."f"();
            """)
        let indexes = try #require(data.indexes[.init(schema: "s", name: "t")])
        #expect(
            text(indexes.map(\.sql)) == [
                "SET default_tablespace = 'fast';\nALTER TABLE ONLY \"s\".\"t\" ADD CONSTRAINT \"pk\" PRIMARY KEY (\"a\");",
                "SET default_tablespace = '';\nCREATE UNIQUE INDEX \"i\" ON \"s\".\"t\" USING \"btree\" (\"a\");",
            ])
        #expect(text(data.attachments) == ["ALTER INDEX \"s\".\"pi\" ATTACH PARTITION \"s\".\"i\";"])
        #expect(data.foreignKeys.map(\.referenced) == [.init(schema: "s", name: "o")])
        #expect(data.eventTriggers.count == 2)
        let rest = text(data.rest)
        #expect(rest.contains { $0.hasPrefix("CREATE INDEX \"m\"") })
        #expect(rest.last?.hasPrefix("CREATE TRIGGER") == true)
    }

    @Test func `a foreign key is added without a look at the rows, and validated afterwards`() throws {
        let data = try sorted(
            #"ALTER TABLE ONLY "s"."t" ADD CONSTRAINT "f k" FOREIGN KEY ("a") REFERENCES "s"."o"("b") DEFERRABLE;"#)
        let key = try #require(data.foreignKeys.first)
        #expect(key.unvalidated.map { text([$0])[0].hasSuffix("DEFERRABLE NOT VALID;") } == true)
        #expect(text([key.validation]) == [#"ALTER TABLE ONLY "s"."t" VALIDATE CONSTRAINT "f k";"#])
    }

    @Test(arguments: [
        #"ALTER TABLE "s"."p" ADD CONSTRAINT "f" FOREIGN KEY ("a") REFERENCES "s"."o"("b");"#,
        #"ALTER TABLE ONLY "s"."t" ADD CONSTRAINT "f" FOREIGN KEY ("a") REFERENCES "s"."o"("b") NOT VALID;"#,
    ])
    func `one of a partitioned table, or that is not validated in the source, is added as it is`(sql: String) throws {
        let key = try #require(try sorted(sql).foreignKeys.first)
        #expect(key.unvalidated == nil)
        #expect(text([key.sql]) == [sql])
    }
}
