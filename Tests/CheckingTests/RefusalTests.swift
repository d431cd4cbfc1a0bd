import Foundation
import Lifecycle
import StageKit
import StageRegistry
import Testing

/// The codes that can stand behind `refused:` are those that something is refused with.
@Suite struct RefusalTests {
  @Test func `the codes of the engine are those in its sources`() throws {
    let written = try texts(in: "Sources/Lifecycle") { $0 != "RefusalCodes.swift" }
      .flatMap { $0.matches(of: /"([a-z]+\/[a-z][a-z-]+)"/).map { String($0.output.1) } }
    #expect(Set(written).sorted() == RefusalCodes.all)
  }

  /// What settings alone are refused with, when a definition is read.
  private static let ofSettings: Set = [
    "decision/ballot-on-options", "decision/repeated-option", "decision/reserved-option",
    "decision/rule-without-ballot", "follow-up/repeated-indicator", "handover/no-declined",
    "handover/repeated-result",
    "implementation/repeated-indicator",
    "recommendation/reassess-late", "recommendation/reassess-unit",
  ]

  @Test(arguments: registeredStages)
  func `a stage tells the codes in its sources`(_ stage: any Stage.Type) throws {
    let contract = StageContract(stage)
    let sources = try texts(in: "Plugins/\(contract.module)") { _ in true }
    let code = /"([a-z-]+)\/([a-z][a-z-]+)"/
    var written: Set<String> = []
    for source in sources {
      let family = contract.name.name
      written.formUnion(
        source.matches(of: code).filter { $0.output.1 == family }
          .map { "\(family)/\($0.output.2)" })
      // One says its name once for all its codes.
      written.formUnion(
        source.matches(of: /[ (\[]fault\(\s*"([a-z][a-z-]+)"/).map { "\(family)/\($0.output.1)" })
    }
    written.subtract(Self.ofSettings)
    #expect(written.sorted() == contract.refusals.sorted())
  }

  private func texts(in folder: String, where isWanted: (String) -> Bool) throws -> [String] {
    let root = here.appending(path: "../../\(folder)").standardizedFileURL
    return try names(in: root).filter { $0.hasSuffix(".swift") && isWanted($0) }.map {
      try String(contentsOf: root.appending(path: $0), encoding: .utf8)
    }
  }
}
