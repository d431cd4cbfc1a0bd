import CivilTime
import Foundation
import Located
import MadeUpCountry
import Register
import YAMLReading

/// Writes a country at work, made up from a seed, as scenarios: one file each.
///
///     generate-country FOLDER [SEED]
///
/// Called from the root of the package; the bodies are those of its register. `make country` plays
/// what it writes into a store.
@main struct GenerateCountry {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let folder = arguments.first, arguments.count <= 2,
      let seed = UInt64(arguments.dropFirst().first ?? "7")
    else {
      FileHandle.standardError.write(Data("usage: generate-country FOLDER [SEED]\n".utf8))
      exit(2)
    }
    let root = "Pipelines/register"
    let files = try FileManager.default.subpathsOfDirectory(atPath: root).sorted()
      .filter { $0.hasSuffix(".yaml") }
    let documents = try files.compactMap { file in
      let bytes = try Data(contentsOf: URL(filePath: "\(root)/\(file)"))
      return YAMLReader.read(Array(bytes), path: file).root
    }
    guard let organisation = Organisation.load(documents).0 else {
      FileHandle.standardError.write(Data("\(root) is no register\n".utf8))
      exit(1)
    }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for scenario in Country(seed: seed, organisation).scenarios() {
      try scenario.text.write(
        toFile: "\(folder)/\(scenario.name).yaml", atomically: false, encoding: .utf8)
    }
  }
}
