// swift-tools-version: 6.1
import PackageDescription

// A stage that a region wrote for itself. It needs StageKit, and nothing that is not public.
let package = Package(
  name: "outside-stage",
  platforms: [.macOS(.v15)],
  products: [.library(name: "ProcurementStage", targets: ["ProcurementStage"])],
  dependencies: [.package(name: "stafett", path: "../../..")],
  targets: [
    .target(
      name: "ProcurementStage",
      dependencies: [.product(name: "StageKit", package: "stafett")],
      swiftSettings: [
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ])
  ]
)
