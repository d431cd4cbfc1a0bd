import CheckTool
/// A package of one's own: a program with the stages of this build and new ones.
struct NewPackage {
  let stage: NewStage
  /// The stages of this build, by their type's names.
  let ours: [String]
  /// A folder, or the address of a repository.
  let stafett: String
  /// The version of Stafett, for a repository.
  let version: String

  private var dependency: String {
    stafett.contains("://") || stafett.hasPrefix("git@")
      ? ".package(url: \"\(stafett)\", from: \"\(version)\")"
      : ".package(name: \"stafett\", path: \"\(stafett)\")"
  }

  /// How other manifests name Stafett: the end of its address.
  private var package: String {
    guard stafett.contains("://") || stafett.hasPrefix("git@") else { return "stafett" }
    let last = stafett.split(separator: "/").last.map(String.init) ?? "stafett"
    return last.hasSuffix(".git") ? String(last.dropLast(4)) : last
  }

  private var manifest: String {
    """
    // swift-tools-version: 6.1
    import PackageDescription

    /// One line a stage: the folder `Plugins/NAMEStage`, the module `NAMEStage`, the type `NAME`.
    let stages: [String] = [
      "\(stage.type)",
    ]

    /// The stages of Stafett that the program has too.
    let ours: [String] = [
    \(ours.map { "  \"\($0)\",\n" }.joined())]

    func product(_ name: String) -> Target.Dependency {
      .product(name: name, package: "\(package)")
    }

    let package = Package(
      name: "own-stafett",
      platforms: [.macOS(.v15)],
      products: [.executable(name: "own-stafett", targets: ["own-stafett"])],
      dependencies: [\(dependency)],
      targets: [
        .target(
          name: "OwnRegistry",
          dependencies: [product("StageKit")] + stages.map { .target(name: "\\($0)Stage") }
            + ours.map { product("\\($0)Stage") },
          plugins: [.plugin(name: "RegisterStages", package: "\(package)")]),
        .executableTarget(name: "own-stafett", dependencies: ["OwnRegistry", product("Commands")]),
        .testTarget(
          name: "StagesTests",
          dependencies: [product("StageKit"), product("StageTesting")]
            + stages.map { .target(name: "\\($0)Stage") }),
      ]
        + stages.map {
          .target(
            name: "\\($0)Stage", dependencies: [product("StageKit")], path: "Plugins/\\($0)Stage")
        })

    """
  }

  /// The files of the package and of the stage.
  var files: [Created.File] {
    [
      Created.File(path: "Package.swift", text: manifest),
      Created.File(path: ".gitignore", text: ".build\n"),
      Created.File(
        path: "Sources/OwnRegistry/OwnRegistry.swift",
        text: """
          // `registeredStages` is written at build time by the plugin RegisterStages.

          """),
      Created.File(
        path: "Sources/own-stafett/main.swift",
        text: """
          import Commands
          import OwnRegistry

          Stafett.main(stages: registeredStages)

          """),
    ] + stage.files(in: "")
  }
}
