// swift-tools-version: 6.1
import PackageDescription

// How a region builds a program of its own: some of our stages, some of its own, one registry.
let package = Package(
  name: "assembly",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "stafett", path: "../../.."),
    .package(path: "../outside-stage"),
  ],
  targets: [
    .target(
      name: "RegionRegistry",
      dependencies: [
        .product(name: "StageKit", package: "stafett"),
        .product(name: "RegionalDecisionStage", package: "stafett"),
        .product(name: "ReviewStage", package: "stafett"),
        .product(name: "ProcurementStage", package: "outside-stage"),
      ],
      plugins: [.plugin(name: "RegisterStages", package: "stafett")]),
    .executableTarget(
      name: "region-stages",
      dependencies: ["RegionRegistry", .product(name: "StageKit", package: "stafett")]),
  ]
)
