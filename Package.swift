// swift-tools-version: 6.2
import PackageDescription

// The house: one target per layer, so that the compiler guards who may import whom.
// Tests/HouseTests compares every file's import lines with the same table.

let strict: [SwiftSetting] = [.enableUpcomingFeature("ExistentialAny")]

func floor(
    _ name: String, uses: [Target.Dependency] = [], path: String? = nil, excluding: [String] = []
) -> Target {
    .target(name: name, dependencies: uses, path: path, exclude: excluding, swiftSettings: strict)
}

func tests(_ name: String, of uses: [Target.Dependency], excluding: [String] = []) -> Target {
    .testTarget(name: name, dependencies: uses, path: "Tests/\(name)", exclude: excluding, swiftSettings: strict)
}

func debian(_ name: String, _ package: String, pkgConfig: String? = nil) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

let package = Package(
    name: "kamdesk",
    products: [.executable(name: "kamdesk", targets: ["kamdesk"])],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    ],
    targets: [
        debian("CMicroHTTPD", "libmicrohttpd-dev", pkgConfig: "libmicrohttpd"),
        debian("CSQLite", "libsqlite3-dev", pkgConfig: "sqlite3"),
        debian("CStemmer", "libstemmer-dev"),
        debian("CCSV", "libcsv-dev"),
        debian("CUchardet", "libuchardet-dev", pkgConfig: "uchardet"),
        debian("CSodium", "libsodium-dev", pkgConfig: "libsodium"),
        debian("CGnuTLS", "libgnutls28-dev", pkgConfig: "gnutls"),
        debian("COath", "liboath-dev"),
        debian("CQREncode", "libqrencode-dev"),
        debian("CXLSXWriter", "libxlsxwriter-dev", pkgConfig: "xlsxwriter"),
        .target(name: "Embedded", exclude: []),

        floor("HTTP"),
        floor("HTTPServer", uses: ["HTTP", "CMicroHTTPD", "CGnuTLS", .product(name: "Logging", package: "swift-log")]),
        floor("Certificates", uses: ["CGnuTLS"]),
        floor("Secrets", uses: ["CSodium", "COath", "CQREncode"]),
        floor("Domain", uses: ["CCSV", "CUchardet"]),
        floor("Routes", uses: ["Domain", "HTTP"]),
        floor("Workbooks", uses: ["Domain", "CXLSXWriter"]),
        floor(
            "Store",
            uses: [
                "Domain", "CSQLite", "CStemmer", "CSodium", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            excluding: ["Schema/schema.sql"]),
        floor(
            "Templates", uses: ["Domain", "Routes"], path: "Templates", excluding: ["Languages/Catalogue.xcstrings"]),
        floor(
            "Web",
            uses: [
                "Domain", "HTTP", "Routes", "Secrets", "Store", "Templates", "Embedded", "Workbooks", "CSodium",
                .product(name: "Logging", package: "swift-log"),
            ]),
        floor("Demo", uses: ["Domain", "Store"]),
        .executableTarget(
            name: "kamdesk",
            dependencies: [
                "Domain", "Web", "HTTPServer", "Certificates", "Secrets", "Store", "Demo",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),

        // Holds the map's layout against Graphviz: Tests/Bench/layout.py.
        .executableTarget(
            name: "layout-bench", dependencies: ["Domain"], path: "Tests/Bench/Layout", swiftSettings: strict),
        // Holds the map's measures against networkx: Tests/RealDataTests/test_networks.py.
        .executableTarget(
            name: "network-bench", dependencies: ["Domain"], path: "Tests/Bench/Network", swiftSettings: strict),

        // Reads hostile text, so that its cost is counted: Tests/KamdeskTests/CostTests.swift.
        .executableTarget(
            name: "text-bench", dependencies: ["Domain", "HTTP", "Routes", "Secrets", "Store"],
            path: "Tests/Bench/Texts", swiftSettings: strict),

        tests("HouseTests", of: []),
        tests("SecretsTests", of: ["Secrets"]),
        tests("DomainTests", of: ["Domain"]),
        tests("RoutesTests", of: ["Domain", "HTTP", "Routes"]),
        tests(
            "StoreTests", of: ["Domain", "Store", "Demo", .product(name: "GRDB", package: "GRDB.swift")],
            excluding: ["Fixtures"]),
        tests("TemplatesTests", of: ["Domain", "Routes", "Templates"]),
        tests("HTTPServerTests", of: ["HTTP", "HTTPServer", "Certificates", "CGnuTLS"]),
        tests("CertificatesTests", of: ["Certificates"]),
        tests(
            "WebTests",
            of: [
                "Domain", "HTTP", "HTTPServer", "Routes", "Secrets", "Store", "Web", "Demo",
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Logging", package: "swift-log"),
            ], excluding: ["Matrix/rights.txt"]),
        tests("KamdeskTests", of: ["kamdesk", "Domain", "Store", "Certificates"]),
        tests(
            "RealDataTests", of: ["Domain", "Store", "kamdesk"],
            excluding: ["compare.py", "money.py", "test_hostile_strings.py", "test_networks.py", "tenders.py"]),
    ],
    cLanguageStandard: .gnu2x
)
