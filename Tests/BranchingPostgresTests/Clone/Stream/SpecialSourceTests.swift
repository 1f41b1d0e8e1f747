import BranchingCore
import BranchingPostgres
import FoundationEssentials
import TestSupport
import Testing

/// Unusual sources.
@Suite(.timeLimit(.minutes(3))) struct SpecialSourceTests {
    @Test func `a standby is cloned as it is, without the rows of unlogged tables`() async throws {
        let primary = try await TestCluster.fresh()
        let source = try await primary.createDatabase([
            "CREATE TABLE t (id serial PRIMARY KEY, a text)",
            "INSERT INTO t (a) SELECT md5(i::text) FROM generate_series(1, 20000) AS i",
            "CREATE UNLOGGED TABLE u (a integer)", "INSERT INTO u VALUES (1)",
            "CREATE MATERIALIZED VIEW m AS SELECT count(*) FROM t",
        ])
        let standby = try await primary.standby()
        #expect(try await standby.psql("SELECT pg_is_in_recovery()") == "t")
        try await BranchServiceHarness.run { harness in
            let name = try harness.name()
            let branch = try await harness.create(
                BranchRequest(name: name, source: .database(standby.url(database: source)), jobs: 2))
            #expect(branch.strategy == .stream)
            let sums =
                "SELECT count(*), md5(string_agg(a, ',' ORDER BY id)), (SELECT * FROM m), nextval('t_id_seq') FROM t"
            let expected = try await primary.psql(sums, database: source)
            #expect(try await harness.cluster.psql(sums, database: name.databaseName) == expected)
            #expect(try await harness.cluster.psql("SELECT count(*) FROM u", database: name.databaseName) == "0")
        }
    }

    @Test(arguments: CloneStrategy.allCases)
    func `a database with a locale of ICU keeps it`(strategy: CloneStrategy) async throws {
        // The system's PostgreSQL has ICU; the catalog has these names up to 16.
        guard try await TestCluster.isAvailable(15) else { return }
        let cluster = try await TestCluster.shared(version: 15)
        try await BranchServiceHarness.run(on: cluster) { harness in
            let source = TestCluster.uniqueName("icu")
            try await cluster.psql(
                "CREATE DATABASE \(source) OWNER \(TestCluster.ownerRole) TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'de-AT-u-co-phonebk' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'"
            )
            try await cluster.psql(
                "CREATE TABLE t (a text PRIMARY KEY); INSERT INTO t VALUES ('Ärger'), ('Azur'), ('Ader')",
                database: source)
            let name = try harness.name()
            try await harness.create(
                BranchRequest(
                    name: name, source: .database(cluster.url(database: source)), strategy: .only(strategy)))
            let locale = { (database: String) in
                "SELECT datlocprovider, daticulocale, datcollate, datctype FROM pg_database WHERE datname = '\(database)'"
            }
            #expect(try await cluster.psql(locale(name.databaseName)) == cluster.psql(locale(source)))
            let sorted = "SELECT string_agg(a, ',' ORDER BY a) FROM t"
            #expect(
                try await cluster.psql(sorted, database: name.databaseName) == cluster.psql(sorted, database: source))
            try await cluster.dropDatabase(source)
        }
    }

    @Test(arguments: CloneStrategy.allCases)
    func `a subscription stays with its source, and is not copied`(strategy: CloneStrategy) async throws {
        let cluster = try await TestCluster.shared()
        try await BranchServiceHarness.run(on: cluster) { harness in
            let subscription = TestCluster.uniqueName("s")
            try await cluster.psql(
                "CREATE SUBSCRIPTION \(subscription) CONNECTION 'host=nowhere' PUBLICATION p WITH (connect = false, slot_name = NONE)",
                database: harness.source)
            let name = try harness.name()
            try await harness.create(BranchRequest(name: name, strategy: .only(strategy)))
            let count =
                "SELECT count(*) FROM pg_subscription AS s JOIN pg_database AS d ON d.oid = s.subdbid WHERE d.datname = current_database()"
            #expect(try await cluster.psql(count, database: name.databaseName) == "0")
            #expect(try await cluster.psql(count, database: harness.source) == "1")
            try await cluster.psql("DROP SUBSCRIPTION \(subscription)", database: harness.source)
        }
    }

    @Test func `what users put into the tables of an extension is copied, and what the extension puts there is not`()
        async throws
    {
        // From 18 on an extension may be outside the system's directory.
        guard try await TestCluster.isAvailable(18) else { return }
        let cluster = try await TestCluster.fresh(version: 18)
        let directory = try TestDirectory.make(mode: 0o755)
        let scripts = "\(directory)/extension"
        try FileManager.default.createDirectory(atPath: scripts, withIntermediateDirectories: false)
        try "default_version = '1'\nrelocatable = true\n".write(
            toFile: "\(scripts)/configured.control", atomically: false, encoding: .utf8)
        try """
        CREATE TABLE settings (id integer PRIMARY KEY, value text);
        INSERT INTO settings VALUES (1, 'built in');
        CREATE SEQUENCE numbers;
        SELECT pg_catalog.pg_extension_config_dump('settings', 'WHERE id >= 100');
        SELECT pg_catalog.pg_extension_config_dump('numbers', '');
        """.write(toFile: "\(scripts)/configured--1.sql", atomically: false, encoding: .utf8)
        try await cluster.psql("ALTER SYSTEM SET extension_control_path = '\(directory):$system'")
        try await cluster.psql("SELECT pg_reload_conf()")
        let statements = [
            "CREATE EXTENSION configured", "INSERT INTO settings VALUES (100, 'of the user')",
            "SELECT setval('numbers', 42)",
        ]
        try await BranchServiceHarness.run(on: cluster, as: .superuser, source: statements) { harness in
            for strategy in CloneStrategy.allCases {
                let name = try harness.name()
                try await harness.create(BranchRequest(name: name, strategy: .only(strategy)))
                let found = try await cluster.psql(
                    "SELECT string_agg(id || value, ',' ORDER BY id), nextval('numbers') FROM settings",
                    database: name.databaseName)
                #expect(found == "1built in,100of the user|43", "\(strategy)")
            }
        }
        try FileManager.default.removeItem(atPath: directory)
    }
}
