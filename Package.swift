// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "ayb",
    products: [
        .library(name: "BranchingCore", targets: ["BranchingCore"]),
        .library(name: "BranchingPostgres", targets: ["BranchingPostgres"]),
        .library(name: "BranchingHTTP", targets: ["BranchingHTTP"]),
        .executable(name: "ayb", targets: ["ayb"]),
        .executable(name: "ayb-server", targets: ["ayb-server"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections.git", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics.git", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.32.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-system.git", from: "1.8.1"),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache.git", from: "2.1.1"),
        .package(url: "https://github.com/LebJe/TOMLKit.git", from: "0.6.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin.git", from: "1.4.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess.git", from: "1.0.2", traits: []),
    ],
    targets: [
        // What separates two schemas, and the SQL for it: each layer imports what it names here and nothing else of ours.
        // No I/O.
        .target(name: "DiffTerms", path: "Sources/BranchingCore/DiffTerms"),
        .target(name: "Identifiers", path: "Sources/BranchingCore/Identifiers"),
        .target(name: "SQLText", path: "Sources/BranchingCore/SQLText"),
        .target(
            name: "SchemaModel", dependencies: ["DiffTerms", "Identifiers", "SQLText"],
            path: "Sources/BranchingCore/Schema"),
        .target(
            name: "MigrationPlanner",
            dependencies: [
                "DiffTerms", "SQLText", "SchemaModel",
                .product(name: "HeapModule", package: "swift-collections"),
            ],
            path: "Sources/BranchingCore/Migration"),
        .target(
            name: "SchemaComparison", dependencies: ["DiffTerms", "MigrationPlanner", "SQLText", "SchemaModel"],
            path: "Sources/BranchingCore/Diff"),

        // What a branch is. No I/O.
        .target(
            name: "BranchingCore", dependencies: ["DiffTerms", "Identifiers"],
            exclude: ["DiffTerms", "Identifiers", "SQLText", "Schema", "Migration", "Diff"]),

        // What both executables and the adapter to PostgreSQL ask of the file system.
        .target(name: "SystemFiles", path: "Sources/BranchingPostgres/Files"),

        // The two C libraries.
        .systemLibrary(
            name: "CLibpq", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(
            name: "CCurl", pkgConfig: "libcurl",
            providers: [.apt(["libcurl4-openssl-dev"])]),

        // The adapters, and the inner layers of the one to PostgreSQL: each imports what is above it here and nothing else.
        .target(name: "DumpText", dependencies: ["SQLText"], path: "Sources/BranchingPostgres/DumpText"),
        .target(
            name: "PostgresLink",
            dependencies: [
                "BranchingCore", "CLibpq",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            path: "Sources/BranchingPostgres/Link"),
        .target(
            name: "PostgresTools",
            dependencies: [
                "BranchingCore", "DumpText", "PostgresLink", "SystemFiles",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            path: "Sources/BranchingPostgres/Tools"),
        .target(
            name: "EmbeddedPostgres",
            dependencies: [
                "BranchingCore", "Identifiers", "SystemFiles",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            path: "Sources/BranchingPostgres/Cluster"),
        .target(
            name: "SchemaCatalog", dependencies: ["DiffTerms", "DumpText", "PostgresLink", "SQLText", "SchemaModel"],
            path: "Sources/BranchingPostgres/Catalog"),
        .target(
            name: "BranchingPostgres",
            dependencies: [
                "BranchingCore", "CLibpq", "DumpText", "EmbeddedPostgres", "MigrationPlanner",
                "PostgresLink", "PostgresTools", "SQLText", "SchemaCatalog", "SchemaComparison", "SchemaModel",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            exclude: ["Catalog", "Cluster", "DumpText", "Files", "Link", "Tools"]),
        .target(
            name: "BranchingHTTP",
            dependencies: [
                "BranchingCore",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            // What the dashboard's pages are made of, within the program.
            resources: (["dashboard.css", "icon.svg"]
                + ["add", "announce", "connect", "live", "page", "record", "signin", "text"].map { "\($0).js" })
                .map { .embedInCode("Dashboard/Assets/\($0)") }
                + [
                    "add", "branch", "branches", "compare", "delete", "force", "layout", "problem", "progress",
                    "reason",
                    "row", "signin", "status", "token", "troubleshooting",
                ].map { .embedInCode("Dashboard/Templates/\($0).mustache") }
                + ["audit", "createkey", "keys", "revoke", "rotate", "secret", "serverstatus"].map {
                    .embedInCode("Dashboard/Administration/Templates/\($0).mustache")
                }),
        .target(
            name: "AybConfiguration",
            dependencies: [
                "BranchingCore", "Identifiers", "SystemFiles", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "TOMLKit", package: "TOMLKit"),
            ]),

        // The executables.
        .executableTarget(
            name: "ayb",
            dependencies: [
                "AybConfiguration", "BranchingCore", "CCurl", "SystemFiles",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(
            name: "ayb-server",
            dependencies: [
                "AybConfiguration", "BranchingCore", "BranchingHTTP", "BranchingPostgres",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]),

        // Tests. `TestSupport` starts the private PostgreSQL clusters that they run on.
        .target(
            name: "TestSupport",
            dependencies: [
                "BranchingCore", "BranchingPostgres",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            path: "Tests/TestSupport"),
        // `PlannerFixtures` reads and writes the cases of the planner in SchemaComparisonTests/Fixtures.
        .target(
            name: "PlannerFixtures",
            dependencies: ["DiffTerms", "MigrationPlanner", "SchemaComparison", "SchemaModel"],
            path: "Tests/PlannerFixtures"),
        .testTarget(name: "BranchingCoreTests", dependencies: ["BranchingCore"]),
        .testTarget(
            name: "MigrationPlannerTests", dependencies: ["DiffTerms", "MigrationPlanner", "SchemaModel"]),
        .testTarget(
            name: "SchemaComparisonTests", dependencies: ["PlannerFixtures", "SchemaComparison"],
            exclude: ["Fixtures"]),
        .testTarget(name: "DumpTextTests", dependencies: ["DumpText", "TestSupport"]),
        .testTarget(name: "PostgresLinkTests", dependencies: ["BranchingCore", "PostgresLink", "TestSupport"]),
        .testTarget(
            name: "PostgresToolsTests",
            dependencies: [
                "BranchingCore", "PostgresTools", .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .testTarget(
            name: "EmbeddedPostgresTests",
            dependencies: [
                "BranchingCore", "EmbeddedPostgres", "TestSupport",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),
        .testTarget(
            name: "BranchingPostgresTests",
            dependencies: [
                "BranchingCore", "BranchingPostgres", "DiffTerms", "DumpText", "MigrationPlanner", "PlannerFixtures",
                "PostgresLink", "PostgresTools", "SQLText", "SchemaCatalog", "SchemaComparison", "SchemaModel",
                "TestSupport",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .testTarget(
            name: "BranchingHTTPTests",
            dependencies: [
                "BranchingCore", "BranchingHTTP", "TestSupport",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ]),
        .testTarget(name: "AybTests", dependencies: ["AybConfiguration", "BranchingCore", "SystemFiles", "ayb"]),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "BranchingCore", "BranchingHTTP", "BranchingPostgres", "TestSupport", "ayb", "ayb-server",
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)

// One place decides how every target of ours is compiled.
for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
    ]
}
