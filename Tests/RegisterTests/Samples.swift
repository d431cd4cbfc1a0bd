import CivilTime
import Foundation
import Located
import Testing
import YAMLReading

@testable import Register

/// The register of the repository, read once.
let register: Result<Organisation, Unreadable> = {
  let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Pipelines/register").standardizedFileURL
  let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  let texts = files.filter { $0.hasSuffix(".yaml") }.sorted().map { name in
    (name, (try? [UInt8](Data(contentsOf: folder.appending(path: name)))) ?? [])
  }
  return load(texts)
}()

/// What a reading found instead of a register.
struct Unreadable: Error, CustomStringConvertible {
  let diagnostics: [Diagnostic]

  var description: String {
    diagnostics.map { "\($0.path):\($0.span.start.line): \($0.code): \($0.message.en)" }
      .joined(separator: "\n")
  }
}

func load(_ files: [(name: String, bytes: [UInt8])]) -> Result<Organisation, Unreadable> {
  let read = files.map { YAMLReader.read($0.bytes, path: $0.name) }
  let (organisation, faults) = Organisation.load(read.compactMap(\.root))
  let diagnostics = read.flatMap(\.diagnostics) + faults
  guard let organisation, diagnostics.isEmpty else {
    return .failure(Unreadable(diagnostics: diagnostics))
  }
  return .success(organisation)
}

/// A small register whose one file ends with this text.
func sample(_ text: String) -> Result<Organisation, Unreadable> {
  load([("sample.yaml", Array((sampleHead + text).utf8))])
}

/// The faults of a small register whose one file ends with this text; lines count from its start.
func faults(_ text: String) -> [String] {
  guard case .failure(let unreadable) = sample(text) else { return [] }
  let lines = sampleHead.filter { $0 == "\n" }.count
  return unreadable.diagnostics.map {
    "\($0.span.start.line - lines):\($0.span.start.column) \($0.code)"
  }
}

private let sampleHead = """
  register: sample
  powers:
    - {id: decide, title: {sv: Besluta, en: Decide}}
  kinds:
    - {id: region, title: Region, level: region, powers: [decide]}
    - {id: lag, title: LAG, level: region, open: true}
  sets:
    - {id: regions, title: {sv: Regioner, en: Regions}, kind: region}

  """

/// A date that the tests know to be one.
func date(_ text: String) -> CivilDate {
  guard let date = CivilDate(text) else { preconditionFailure("\(text) is no date") }
  return date
}
