import Testing

@testable import DumpText

@Suite struct OptionScopeTests {
    @Test(arguments: [
        (OptionScope.column, "n_distinct=5"), (.column, "n_distinct_inherited=-0.5"), (.table, "fillfactor=70"),
        (.table, "autovacuum_vacuum_insert_scale_factor=0.1"), (.table, "toast.autovacuum_enabled=false"),
        (.index, "deduplicate_items=off"), (.index, "autosummarize=on"), (.view, "security_invoker=true"),
        (.index(accessMethod: "hnsw"), "m=16"), (.index(accessMethod: "bloom"), "col1=4"),
        (.table(accessMethod: "columnar"), "anything=1"),
    ])
    func `what the manual has, and what an extension defines, belongs to the schema`(scope: OptionScope, option: String)
    {
        #expect(scope.judgement(on: option) == .part)
    }

    @Test func `what pg_dump leaves out does not`() {
        #expect(OptionScope.column.judgement(on: "pg_attver=22158952") == .internalToPostgreSQL)
    }

    @Test(arguments: [
        (OptionScope.column, "pg_next=1", "pg_next"), (.column, "fillfactor=1", "fillfactor"),
        (.table, "pg_attver=1", "pg_attver"), (.table, "toast.pg_next=a=b", "toast.pg_next"),
        (.index(accessMethod: "btree"), "m=16", "m"), (.table(accessMethod: "heap"), "nothing", "nothing"),
        (.view, "", ""),
    ])
    func `what is unknown is reported by name`(scope: OptionScope, option: String, name: String) {
        #expect(scope.judgement(on: option) == .unknown(name: name))
    }
}
