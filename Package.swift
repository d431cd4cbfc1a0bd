// swift-tools-version: 6.1
import PackageDescription

/// One line a stage: the folder `Plugins/NAMEStage`, the module `NAMEStage`, the type `NAME`.
let stages: [String] = [
  "Acknowledgement",
  "Agreement",
  "Assessment",
  "Cooperation",
  "Decision",
  "Draft",
  "Effect",
  "FollowUp",
  "GapAnalysis",
  "Gate",
  "Handover",
  "HorizonScan",
  "Implementation",
  "Initiative",
  "LocalAdaptation",
  "Membership",
  "NeedsAnalysis",
  "Nomination",
  "PhaseOut",
  "Prioritisation",
  "Promise",
  "Publication",
  "Recommendation",
  "RegionalDecision",
  "Remiss",
  "Reply",
  "ReportBack",
  "Review",
  "StartUp",
]

/// The settings of every Swift target: no implicit existential, no import that leaks unseen.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A module under `Sources`; its dependencies are the arrows of the design, and a test holds them.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// A stage, under `Plugins`; like one that someone else wrote, it sees StageKit and nothing more.
func stage(_ name: String) -> Target {
  .target(
    name: "\(name)Stage", dependencies: ["StageKit"], path: "Plugins/\(name)Stage",
    swiftSettings: settings)
}

/// The tests of a module, under `Tests/NAMETests`.
func tests(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name)] + dependencies,
    exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "stafett",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "StageKit", targets: ["StageKit"]),
    .library(name: "StageTesting", targets: ["StageTesting"]),
    .library(name: "Commands", targets: ["Commands"]),
    .executable(name: "stafett", targets: ["stafett"]),
    .executable(name: "stafett-check", targets: ["stafett-check"]),
    .plugin(name: "RegisterStages", targets: ["RegisterStages"]),
  ] + stages.map { .library(name: "\($0)Stage", targets: ["\($0)Stage"]) },
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    .systemLibrary(
      name: "CCURL", pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
    module("Located"),
    .target(name: "CSHA256"),
    module("Canonical", ["CSHA256"]),
    module("CivilTime", ["Located"]),
    module("YAMLReading", ["Located", "CLibYAML"]),
    .target(
      name: "Codes", dependencies: ["Located"], swiftSettings: settings,
      plugins: ["WriteCodePages"]),
    .plugin(
      name: "WriteCodePages", capability: .buildTool(), dependencies: ["generate-code-pages"]),
    .executableTarget(
      name: "generate-code-pages", dependencies: ["Located", "YAMLReading"],
      swiftSettings: settings),
    module("StageKit", ["Located", "CivilTime", "Canonical"]),
    module("StageTesting", ["Located", "CivilTime", "Canonical", "StageKit", "YAMLReading"]),
    module("Register", ["Located", "CivilTime", "Canonical"]),
    module(
      "Definitions", ["Located", "CivilTime", "Canonical", "StageKit", "Register", "YAMLReading"]),
    module("Soundness", ["Definitions"]),
    module(
      "Checking",
      [
        "Located", "CivilTime", "Canonical", "Codes", "StageKit", "Register", "Definitions",
        "YAMLReading", "Soundness", "Lifecycle", "Scenarios",
      ]),
    .target(name: "CArguments"),
    module(
      "CheckTool",
      [
        "CArguments",
        "Located", "CivilTime", "Canonical", "StageKit", "Register", "YAMLReading", "Definitions",
        "Checking", "Codes", "Describing", "Soundness",
      ]),
    module(
      "Lifecycle", ["Located", "CivilTime", "Canonical", "StageKit", "Register", "Definitions"]),
    module(
      "Scenarios",
      ["Located", "CivilTime", "Canonical", "StageKit", "Register", "Definitions", "Lifecycle"]),
    module(
      "Views",
      ["Located", "CivilTime", "Canonical", "StageKit", "Register", "Definitions", "Lifecycle"]),
    module(
      "Describing",
      [
        "Located", "CivilTime", "Canonical", "StageKit", "Register", "YAMLReading", "Definitions",
        "Checking", "Lifecycle",
      ]),
    module(
      "Schemas",
      [
        "Located", "CivilTime", "Canonical", "StageKit", "YAMLReading", "Definitions", "Checking",
        "Scenarios",
      ]),
    module("Sheets", ["Located", "CivilTime", "CZlib", "CExpat"]),
    module("Importing", ["Located", "CivilTime", "Canonical", "Register", "Sheets"]),
    module("Store", ["Located", "CivilTime", "Canonical", "Lifecycle"]),
    module(
      "StoreSQLite",
      [
        "Located", "CivilTime", "Canonical", "Lifecycle", "Store",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    module(
      "Delivery",
      [
        "Located", "CivilTime", "Canonical", "StageKit", "Register", "Definitions", "Lifecycle",
        "Store", "Views",
      ]),
    .target(name: "CTransfer", dependencies: ["CCURL"]),
    module("Sending", ["Located", "CTransfer"]),
    module(
      "Runtime",
      [
        "Located", "CivilTime", "Canonical", "StageKit", "Register", "YAMLReading", "Definitions",
        "Lifecycle", "Store",
      ]),
    module(
      "Commands",
      [
        "Located", "CivilTime", "Canonical", "StageKit", "Register", "YAMLReading", "Definitions",
        "Checking", "CheckTool", "Codes", "Lifecycle", "Scenarios", "Views", "Describing",
        "Schemas", "Sheets", "Importing", "Store",
        "StoreSQLite", "Runtime", "Delivery", "Sending",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "stafett", dependencies: ["Commands", "StageRegistry"], swiftSettings: settings),
    .executableTarget(
      name: "stafett-check", dependencies: ["CheckTool", "StageRegistry"], swiftSettings: settings),
    .executableTarget(
      name: "stafett-bench",
      dependencies: [
        "Located", "CivilTime", "Canonical", "YAMLReading", "StageKit", "StageRegistry", "Register",
        "Definitions", "Soundness", "Checking", "CheckTool", "Lifecycle", "Scenarios", "Store",
        "StoreSQLite", "Runtime", "Views",
      ],
      path: "Tests/Bench/StafettBench", swiftSettings: settings),

    .executableTarget(
      name: "generate-country",
      dependencies: ["Located", "YAMLReading", "Register", "MadeUpCountry"],
      path: "Tests/Bench/GenerateCountry", swiftSettings: settings),
    .target(
      name: "MadeUpCountry", dependencies: ["Located", "CivilTime", "Register", "RandomTesting"],
      path: "Tests/Bench/MadeUpCountry", swiftSettings: settings),
    .executableTarget(
      name: "kill-target",
      dependencies: [
        "Located", "CivilTime", "Canonical", "StageKit", "Register", "YAMLReading", "Definitions",
        "Lifecycle", "Store", "StoreSQLite", "Runtime", "StageRegistry",
      ],
      path: "Tests/Bench/KillTarget", swiftSettings: settings),

    .target(
      name: "StageRegistry",
      dependencies: ["StageKit"] + stages.map { .target(name: "\($0)Stage") },
      swiftSettings: settings, plugins: ["RegisterStages"]),
    .plugin(
      name: "RegisterStages", capability: .buildTool(), dependencies: ["generate-stage-registry"]),
    .executableTarget(name: "generate-stage-registry", swiftSettings: settings),

    .testTarget(
      name: "StagesTests",
      dependencies: [
        "StageTesting", "StageKit", "Located", "CivilTime", "Canonical", "YAMLReading",
        "StageRegistry", "RandomTesting",
      ] + stages.map { .target(name: "\($0)Stage") },
      swiftSettings: settings),
    .target(name: "RandomTesting", path: "Tests/RandomTesting", swiftSettings: settings),
    tests("Canonical", ["CSHA256", "RandomTesting"]),
    tests(
      "Checking",
      [
        "Located", "CivilTime", "Canonical", "StageKit", "Register", "Definitions", "StageRegistry",
        "Codes", "Lifecycle", "RandomTesting",
      ], exclude: ["Fixtures", "Golden"]),
    tests("CivilTime", ["Located"]),
    .target(
      name: "SheetTesting", path: "Tests/SheetTesting", swiftSettings: settings),
    tests("Sheets", ["Located", "CivilTime", "SheetTesting"]),
    tests(
      "Importing",
      ["Located", "CivilTime", "Canonical", "Register", "Sheets", "YAMLReading", "SheetTesting"]),
    tests("Codes", ["Located", "YAMLReading"]),
    tests(
      "Scenarios",
      [
        "Located", "CivilTime", "StageKit", "StageRegistry", "Register", "Definitions",
        "Lifecycle", "YAMLReading", "Checking",
      ]),
    tests(
      "Delivery",
      [
        "Located", "CivilTime", "Canonical", "StageKit", "Register", "YAMLReading", "Definitions",
        "Lifecycle", "Store", "Views", "StageRegistry",
      ]),
    tests("Sending", ["Located"]),
    tests(
      "Describing",
      [
        "Located", "CivilTime", "Canonical", "StageKit", "Register", "YAMLReading", "Definitions",
        "Checking", "Lifecycle", "StageRegistry",
      ], exclude: ["Golden"]),
    tests(
      "Schemas",
      [
        "Located", "CivilTime", "Canonical", "StageKit", "Register", "YAMLReading", "Definitions",
        "Scenarios", "StageRegistry", "RandomTesting",
      ]),
    tests("Register", ["Located", "CivilTime", "Canonical", "YAMLReading"]),
    tests(
      "Store",
      [
        "Located", "CivilTime", "Canonical", "Lifecycle", "StoreSQLite", "RandomTesting",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    tests(
      "Definitions",
      [
        "Located", "CivilTime", "Canonical", "StageKit", "Register", "YAMLReading",
        "StageRegistry",
      ]),
    tests(
      "Lifecycle",
      [
        "Located", "CivilTime", "Canonical", "StageKit", "Register", "YAMLReading", "Definitions",
        "StageRegistry",
      ]),
    .target(
      name: "FlowTesting",
      dependencies: [
        "Located", "StageKit", "Register", "Definitions", "YAMLReading", "Lifecycle",
        "RemissStage", "RandomTesting",
      ],
      path: "Tests/FlowTesting", swiftSettings: settings),
    .testTarget(
      name: "LifecyclePropertyTests",
      dependencies: [
        "Located", "CivilTime", "Canonical", "StageKit", "Register", "Definitions", "YAMLReading",
        "Lifecycle", "Store", "FlowTesting", "RandomTesting",
      ], swiftSettings: settings),
    tests(
      "Soundness",
      [
        "Located", "CivilTime", "Canonical", "StageKit", "Register", "Definitions", "YAMLReading",
        "Lifecycle", "Scenarios", "Describing", "Checking", "StageRegistry", "FlowTesting",
        "RandomTesting",
      ]),
    tests(
      "Views",
      [
        "Located", "CivilTime", "Canonical", "StageKit", "Register", "YAMLReading", "Definitions",
        "Lifecycle", "StageRegistry", "RandomTesting",
      ], exclude: ["Golden"]),
    tests(
      "Runtime",
      [
        "Located", "CivilTime", "Canonical", "StageKit", "Register", "YAMLReading", "Definitions",
        "Lifecycle", "Store", "StoreSQLite", "StageRegistry", "kill-target",
        "RandomTesting",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    tests(
      "Commands",
      [
        "Located", "CivilTime", "Canonical", "StageKit", "Lifecycle", "StageRegistry", "CheckTool",
        "Views", "stafett", "SheetTesting", "MadeUpCountry", "Checking", "Scenarios", "YAMLReading",
      ], exclude: ["Golden", "Python"]),
    .testTarget(
      name: "RequirementsTests",
      dependencies: [
        "CheckTool", "Commands", "Lifecycle", "StageKit", "StageRegistry",
        .product(name: "GRDB", package: "GRDB.swift"),
      ], swiftSettings: settings),
    tests(
      "CheckTool",
      [
        "Located", "CivilTime", "Canonical", "StageKit", "Definitions", "Checking", "StageRegistry",
        "Codes", "Commands", "Lifecycle", "stafett", "stafett-check",
      ]),
    tests("YAMLReading", ["Located", "RandomTesting"]),
    .testTarget(name: "PackageTests", swiftSettings: settings),
  ] + stages.map(stage)
)
