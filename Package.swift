// swift-tools-version: 6.2
import PackageDescription

// The house: every folder under Sources/ is a floor, every target lives in a folder of its own, and arrows only go down.
// `Scripts/check-arrows` reads this manifest and fails on an arrow that runs up. ARCHITECTURE.md has the picture.

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
]

/// Well-kept packages that we use instead of writing our own.
enum External {
    static let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
    static let sqlite: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
    static let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
    static let rsa: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
    static let yaml: Target.Dependency = .product(name: "Yams", package: "Yams")
    static let network: [Target.Dependency] = [
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
    ]
    static let tls: [Target.Dependency] = [
        .product(name: "NIOSSL", package: "swift-nio-ssl"), .product(name: "NIOTLS", package: "swift-nio"),
    ]
    static let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
    static let signals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
    static let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
    /// The HTTP server alone, without router and middleware: what is said over it is ours.
    static let http: [Target.Dependency] = [
        .product(name: "HummingbirdCore", package: "hummingbird"), .product(name: "HummingbirdTLS", package: "hummingbird"),
        .product(name: "HummingbirdHTTP2", package: "hummingbird"), .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"), .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
    ]
}

func target(_ name: String, on floor: String, uses: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: uses, path: "Sources/\(floor)/\(name)", swiftSettings: settings)
}

/// Constant tables made by a script, in C because a C compiler reads a large table in no time and puts it into read-only memory.
func tables(_ name: String, on floor: String, excluding files: [String] = []) -> Target {
    .target(name: name, path: "Sources/\(floor)/\(name)", exclude: files)
}

/// Vector code in a C header, for what Swift's own vectors cannot say; the Swift compiler inlines it.
func vectors(_ name: String, on floor: String) -> Target {
    .target(name: name, path: "Sources/\(floor)/\(name)")
}

func library(_ name: String, from package: String) -> Target {
    .systemLibrary(name: name, path: "Sources/System/\(name)", providers: [.apt([package])])
}

/// A few lines of C before a library whose own header Swift cannot read.
func shim(_ name: String, links library: String) -> Target {
    .target(name: name, path: "Sources/System/\(name)", linkerSettings: [.linkedLibrary(library)])
}

func tests(_ name: String, uses: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + uses, path: "Tests/\(name)Tests", swiftSettings: settings
    )
}

let package = Package(
    name: "chaffinch",
    products: [.executable(name: "chaffinch", targets: ["chaffinch"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    ],
    targets: [
        // Messages: the words everybody speaks, and small shared foundations.
        target("Messages", on: "Messages"),
        target("Settings", on: "Messages", uses: ["Messages", External.yaml]),
        target("Localization", on: "Messages", uses: ["Messages"]),
        target("Telemetry", on: "Messages", uses: ["Messages"]),

        // System: module maps, and where a header needs it a few lines of C.
        library("CHyperscan", from: "libhyperscan-dev"),
        library("CPSL", from: "libpsl-dev"),
        shim("CICU", links: "icuuc"),
        library("CZBar", from: "libzbar-dev"),
        library("CGD", from: "libgd-dev"),
        library("CArchive", from: "libarchive-dev"),
        library("CZlib", from: "zlib1g-dev"),
        library("CMalloc", from: "libc6-dev"),
        library("CMaxMindDB", from: "libmaxminddb-dev"),
        library("CUnbound", from: "libunbound-dev"),
        library("CPango", from: "libpango1.0-dev"),
        shim("CRSA", links: "crypto"),

        // Ports: small protocols by access pattern, each with a real in-memory version.
        target("Patterns", on: "Ports", uses: ["Messages"]),
        target("Domains", on: "Ports", uses: ["Messages"]),
        target("Images", on: "Ports", uses: ["Messages"]),
        target("Archives", on: "Ports", uses: ["Messages"]),
        target("AddressOrigins", on: "Ports", uses: ["Messages"]),
        target("Storing", on: "Ports", uses: ["Messages"]),
        target("Resolving", on: "Ports", uses: ["Messages", "Telemetry"]),
        target("StoringTesting", on: "Ports", uses: ["Storing", "Messages"]),
        target("ResolvingTesting", on: "Ports", uses: ["Resolving", "Messages"]),

        // Adapters: one outside technology each.
        target("HyperscanPatterns", on: "Adapters", uses: ["CHyperscan", "Patterns", "Messages"]),
        target("PSLDomains", on: "Adapters", uses: ["CPSL", "CICU", "Domains", "Messages"]),
        target("ZBarImages", on: "Adapters", uses: ["CZBar", "CGD", "Images", "Messages"]),
        target("LibarchiveArchives", on: "Adapters", uses: ["CArchive", "Archives", "Messages"]),
        target("ZlibInflating", on: "Adapters", uses: ["CZlib", "Archives"]),
        target("GlibcAllocator", on: "Adapters", uses: ["CMalloc"]),
        target("MaxMindOrigins", on: "Adapters", uses: ["CMaxMindDB", "AddressOrigins", "Messages"]),
        target("ZoneFiles", on: "Adapters", uses: ["Resolving", External.yaml]),
        target("UnboundResolver", on: "Adapters", uses: ["CUnbound", "DNSMessages", "Resolving", "Messages", "Telemetry"]),
        target("ModelFiles", on: "Adapters", uses: ["Storing", "Messages"]),
        target("PangoPages", on: "Adapters", uses: ["CPango", "Documents", "Localization", "Messages"]),
        target("SQLiteStore", on: "Adapters", uses: ["Storing", "Messages", "Telemetry", External.sqlite]),

        // Formats: bytes <-> values.
        target("MIME", on: "Formats", uses: ["Messages"]),
        tables("HTMLEntities", on: "Formats"),
        target("HTML", on: "Formats", uses: ["HTMLEntities", "Messages"]),
        target("TextMessages", on: "Formats", uses: ["JSON", "Messages"]),
        target("TrafficRecords", on: "Formats", uses: ["Messages", External.yaml]),
        target("JSON", on: "Formats"),
        target("MatrixEvents", on: "Formats", uses: ["JSON"]),
        target("Forms", on: "Formats"),
        target("ZIPArchive", on: "Formats"),
        target("OfficeOpenXML", on: "Formats", uses: ["ZIPArchive"]),
        target("Documents", on: "Formats", uses: ["ZIPArchive", "Localization", "Messages"]),
        target("DNSMessages", on: "Formats", uses: ["Messages"]),
        target("AbuseReports", on: "Formats", uses: ["MIME", "Messages"]),
        target("MailLogs", on: "Formats", uses: ["Messages"]),
        target("Milter", on: "Formats", uses: ["Messages"]),
        target("Spamd", on: "Formats"),

        // Analysis: pure functions over a message's parts, computed once and shared by all checks.
        tables("UnicodeTables", on: "Analysis", excluding: ["unicode.tables"]),
        vectors("ASCIIBlocks", on: "Analysis"),
        target("Text", on: "Analysis", uses: ["ASCIIBlocks", "UnicodeTables", "Messages"]),
        target("Links", on: "Analysis", uses: ["Text", "Domains", "Messages"]),
        target(
            "Reading", on: "Analysis", uses: ["Text", "Links", "MIME", "HTML", "TextMessages", "Domains", "Images", "Archives", "Messages"]),
        target("Features", on: "Analysis", uses: ["Reading", "Text", "Links", "MIME", "Messages"]),

        // Evidence: each gives one kind of evidence; they do not know each other.
        target("Rules", on: "Evidence", uses: ["Reading", "Text", "Links", "MIME", "HTML", "Patterns", "Messages", "Localization"]),
        target(
            "OperatorRules", on: "Evidence",
            uses: [
                "Reading", "Text", "Links", "MIME", "TextMessages", "Patterns", "Messages", "Settings", "Localization", External.yaml,
            ]),
        tables("StarterModel", on: "Evidence", excluding: ["starter.model", "threat.model", "model-card.md", "evidence.weights"]),
        target("Learning", on: "Evidence", uses: ["StarterModel", "Features", "Reading", "Storing", "Messages"]),

        target(
            "Authentication", on: "Evidence",
            uses: ["CRSA", "MIME", "AbuseReports", "Resolving", "Domains", "Messages", "Localization", External.crypto, External.rsa]),
        target("Reputation", on: "Evidence", uses: ["Resolving", "Storing", "Messages", "Settings", "Localization"]),
        target("Evaluation", on: "Evidence", uses: ["Messages"]),
        target("Attacks", on: "Evidence", uses: ["MIME", "Messages"]),

        // Filter: the one place where a message becomes a verdict.
        target(
            "Filter", on: "Filter",
            uses: [
                "Authentication", "Reputation", "Rules", "OperatorRules", "Learning", "Reading", "Features", "Links", "MIME", "Patterns",
                "Domains", "Images", "Archives",
                "Storing", "Resolving", "JSON", "Messages", "Settings", "Localization", "Telemetry",
            ]),

        target("Quarantine", on: "Filter", uses: ["Storing", "JSON", "Messages", "Telemetry", External.crypto]),

        // Gateways: sockets, and what is said over them; sessions are values, tested without sockets.
        target("Connections", on: "Gateways", uses: ["Messages", "Telemetry", External.lifecycle] + External.network + External.tls),
        target(
            "MailGateway", on: "Gateways",
            uses: [
                "Connections", "Filter", "Quarantine", "Milter", "Spamd", "AbuseReports", "MIME", "Archives", "Storing", "Messages",
                "Localization", "Telemetry",
            ]),
        target(
            "PostGateway", on: "Gateways",
            uses: [
                "MailGateway", "Connections", "Filter", "Quarantine", "MIME", "TextMessages", "MatrixEvents", "JSON", "Forms", "Storing",
                "Messages",
                "Localization", "Telemetry",
                External.crypto, External.lifecycle, External.logging,
            ]
                + External.network + External.http),

        // Observatory: aggregates only; never sees content.
        target("Observatory", on: "Observatory", uses: ["Storing", "Messages", "Telemetry"]),
        target("Disclosure", on: "Observatory", uses: ["Observatory"]),
        target(
            "TrafficImport", on: "Observatory",
            uses: ["Observatory", "MailLogs", "TrafficRecords", "AbuseReports", "MIME", "JSON", "AddressOrigins", "Storing", "Messages"]),
        target("CostModel", on: "Observatory", uses: ["JSON", "Messages", "Settings", "Localization", "Telemetry", External.yaml]),
        target(
            "StudyReport", on: "Observatory",
            uses: ["Observatory", "Disclosure", "CostModel", "Documents", "Storing", "JSON", "Localization", "Messages"]),

        target(
            "Questionnaire", on: "Observatory",
            uses: ["Disclosure", "CostModel", "Observatory", "OfficeOpenXML", "JSON", "Messages", "Localization"]),
        target("Estimation", on: "Observatory", uses: ["JSON", "Messages"]),
        target(
            "Simulation", on: "Observatory",
            uses: ["Estimation", "Observatory", "JSON", "Messages", "Settings", "Telemetry", External.yaml]),

        // Commands: the only place that names adapters; wires, prints, nothing else.
        .executableTarget(
            name: "chaffinch",
            dependencies: [
                "MailGateway", "PostGateway", "Connections", External.lifecycle, External.signals, External.logging, "Filter",
                "Quarantine", "Rules", "OperatorRules", "Learning", "Evaluation", "Attacks", "Authentication", "Reputation",
                "Observatory", "Disclosure", "Questionnaire", "CostModel", "StudyReport", "Documents", "Estimation", "Simulation",
                "TrafficImport", "Reading", "Features", "Links", "Text", "MIME", "HTML", "TextMessages", "TrafficRecords",
                "AbuseReports", "JSON", "AddressOrigins", "MaxMindOrigins", "Patterns", "Domains", "Images", "Archives", "Resolving",
                "Storing", "HyperscanPatterns", "PSLDomains", "ZBarImages", "LibarchiveArchives", "ZlibInflating", "UnboundResolver",
                "ZoneFiles", "ModelFiles", "SQLiteStore", "GlibcAllocator", "PangoPages", "Messages", "Settings", "Localization",
                "Telemetry", External.arguments,
            ],
            path: "Sources/Commands/chaffinch", swiftSettings: settings),

        // Tests mirror the sources.
        .target(name: "TestSupport", dependencies: ["Messages"], path: "Tests/TestSupport", swiftSettings: settings),
        tests("Messages"),
        tests("Settings", uses: ["Messages"]),
        tests("Localization", uses: ["Messages", "Settings", "Rules", "Authentication", "Reputation", "Filter"]),
        tests("Telemetry", uses: ["Messages"]),
        tests("Patterns", uses: ["HyperscanPatterns", "Messages"]),
        tests("Domains", uses: ["PSLDomains", "Messages"]),
        tests("Images", uses: ["ZBarImages", "Messages"]),
        tests("AddressOrigins", uses: ["Messages"]),
        tests("Archives", uses: ["LibarchiveArchives", "Messages"]),
        tests("MaxMindOrigins", uses: ["AddressOrigins", "Messages"]),
        tests("ZlibInflating", uses: ["Archives"]),
        tests("GlibcAllocator"),
        tests("Resolving", uses: ["ResolvingTesting", "ZoneFiles", "Messages", "Telemetry"]),
        tests("UnboundResolver", uses: ["ResolvingTesting", "Resolving", "Messages"]),
        tests("Storing", uses: ["StoringTesting", "SQLiteStore", "ModelFiles", "Messages", "Telemetry", External.sqlite]),
        tests("MIME", uses: ["Messages"]),
        tests("HTML", uses: ["Messages"]),
        tests("TrafficRecords", uses: ["Messages"]),
        tests("TextMessages", uses: ["JSON", "Messages"]),
        tests("DNSMessages", uses: ["Messages"]),
        tests("MailLogs", uses: ["Messages"]),
        tests("Milter", uses: ["Messages"]),
        tests("Spamd"),
        tests("JSON"),
        tests("MatrixEvents", uses: ["JSON"]),
        tests("Forms"),
        tests("ZIPArchive"),
        tests("AbuseReports", uses: ["MIME", "Archives", "LibarchiveArchives", "Messages"]),
        tests("Text", uses: ["UnicodeTables", "Messages"]),
        tests("Links", uses: ["Text", "Domains", "PSLDomains", "Messages"]),
        tests("Reading", uses: ["Text", "Links", "MIME", "HTML", "Domains", "PSLDomains", "Images", "Archives", "Messages"]),
        tests("Features", uses: ["Reading", "Text", "Links", "MIME", "PSLDomains", "Messages"]),
        tests(
            "Rules",
            uses: [
                "Reading", "Text", "Links", "MIME", "HTML", "TextMessages", "Patterns", "Archives", "PSLDomains", "HyperscanPatterns",
                "Messages", "Localization",
            ]),
        tests(
            "OperatorRules",
            uses: [
                "Reading", "MIME", "Patterns", "HyperscanPatterns", "PSLDomains", "Localization", "Messages",
            ]),
        tests(
            "Authentication",
            uses: [
                "MIME", "AbuseReports", "Domains", "Localization", "Resolving", "ZoneFiles", "PSLDomains", "Messages", "Telemetry",
                External.crypto, External.yaml,
            ]),
        tests("Reputation", uses: ["Resolving", "Storing", "SQLiteStore", "ZoneFiles", "Messages", "Settings", "Telemetry"]),
        tests("Evaluation", uses: ["Messages"]),
        tests("Attacks", uses: ["Reading", "Text", "Links", "MIME", "PSLDomains", "Messages"]),
        tests("Learning", uses: ["Features", "Reading", "MIME", "Storing", "PSLDomains", "Messages"]),
        tests(
            "Filter",
            uses: [
                "Authentication", "Reputation", "Rules", "OperatorRules", "Learning", "Attacks", "Reading", "Features", "MIME",
                "TextMessages", "PSLDomains", "Patterns", "Images", "Archives", "Resolving", "ZoneFiles", "Storing", "Messages", "Settings",
                "Telemetry", "Localization",
            ]),
        tests("Quarantine", uses: ["Storing", "SQLiteStore", "Messages", "Telemetry"]),
        tests(
            "MailGateway",
            uses: [
                "Connections", "Filter", "Quarantine", "Milter", "Spamd", "MIME", "Archives", "ZlibInflating", "Storing", "Messages",
                "Localization", "Telemetry",
            ]),
        tests(
            "PostGateway",
            uses: [
                "MailGateway", "Connections", "Filter", "Reputation", "Quarantine", "MIME", "JSON", "Storing", "Messages", "Localization",
                "Telemetry",
            ]),
        tests("Observatory", uses: ["Storing", "SQLiteStore", "Messages", "Telemetry"]),
        tests("Disclosure", uses: ["Observatory", "Messages"]),
        tests("TrafficImport", uses: ["Observatory", "AddressOrigins", "MailLogs", "TrafficRecords", "Storing", "Messages"]),
        tests("CostModel", uses: ["Messages", "Localization"]),
        tests("Questionnaire", uses: ["Disclosure", "CostModel", "Observatory", "Messages", "Localization"]),
        tests(
            "StudyReport",
            uses: [
                "PangoPages", "Observatory", "Disclosure", "CostModel", "Storing", "Documents", "JSON", "Localization", "Telemetry",
                "Messages",
            ]),
        tests("PangoPages", uses: ["Documents", "Localization", "Messages"]),
        tests("Estimation", uses: ["Messages"]),
        tests("Simulation", uses: ["Estimation", "Observatory", "JSON", "Messages"]),
        .testTarget(
            name: "CommandsTests",
            dependencies: [
                "chaffinch", "TestSupport", "Filter", "Settings", "Storing", "Telemetry", "Localization", "MailGateway", "Observatory",
                "CostModel", "Simulation",
                "MIME", "JSON", "Messages", External.arguments,
            ],
            path: "Tests/CommandsTests", swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
