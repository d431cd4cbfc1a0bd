import Foundation

/// Package.swift as SwiftPM understands it.
struct Manifest {
  struct Target {
    let name: String
    /// `regular`, `test`, `executable`, `plugin`, `system`.
    let kind: String
    /// From the root of the package.
    let path: String
    /// Targets and products of other packages, without plugins.
    let dependencies: [String]
  }

  /// The root of this package.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Read once for all tests: it costs a start of SwiftPM.
  static let ours = Result { try Manifest(packageAt: root) }

  let targets: [Target]

  init(packageAt root: URL) throws {
    let scratch = FileManager.default.temporaryDirectory
      .appending(path: "stafett-manifest-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    let output = try run(
      "swift", "package", "--package-path", root.path(), "--scratch-path", scratch.path(),
      "dump-package")
    targets = try JSONDecoder().decode(Dump.self, from: Data(output.utf8)).targets.map(Target.init)
  }

  /// The folder of a target, with every Swift file in it.
  func sources(of target: Target) throws -> [Source] {
    try Self.swiftFiles(under: target.path).map { try Source(path: $0, under: Self.root) }
  }

  /// Swift files under a folder of the package, nested packages' builds left out, sorted.
  static func swiftFiles(under folder: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: root.appending(path: folder).path())
    var files: [String] = []
    while let path = all?.nextObject() as? String {
      if path.hasSuffix(".swift") && !path.contains(".build") { files.append("\(folder)/\(path)") }
    }
    return files.sorted()
  }

  fileprivate struct Dump: Decodable {
    struct Target: Decodable {
      let name: String
      let type: String
      let path: String?
      let dependencies: [Dependency]
    }

    /// `{"byName": ["Located", null]}`, `{"product": ["GRDB", "GRDB.swift", null, null]}`.
    struct Dependency: Decodable {
      let name: String

      init(from decoder: any Decoder) throws {
        let kinds = try decoder.container(keyedBy: Key.self)
        guard let kind = kinds.allKeys.first else {
          throw DecodingError.dataCorrupted(
            .init(codingPath: decoder.codingPath, debugDescription: "a dependency of no kind"))
        }
        var parts = try kinds.nestedUnkeyedContainer(forKey: kind)
        name = try parts.decode(String.self)
      }
    }

    struct Key: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    let targets: [Target]
  }
}

extension Manifest.Target {
  fileprivate init(_ dump: Manifest.Dump.Target) {
    let folder = ["test": "Tests", "plugin": "Plugins"][dump.type] ?? "Sources"
    self.init(
      name: dump.name, kind: dump.type, path: dump.path ?? "\(folder)/\(dump.name)",
      dependencies: dump.dependencies.map(\.name))
  }
}
