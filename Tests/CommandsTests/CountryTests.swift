import CheckTool
import Foundation
import Lifecycle
import MadeUpCountry
import Register
import StageKit
import StageRegistry
import Testing
import Views

@testable import Commands

/// The country on which views are measured has something to show in each of them: a small one of the
/// same make.
@Suite struct CountryTests {
  @Test func `no view of a made-up country is empty`() async throws {
    try await Program.inFolder { program in
      let village = try Country(seed: 7, Self.organisation(), size: .village)
      let folder = "\(program.folder)/village"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for scenario in village.scenarios() {
        _ = try program.file("village/\(scenario.name).yaml", scenario.text)
      }
      let played = await program("test", folder, "--into", "\(program.folder)/s.sqlite")
      #expect(played.exit == .fine, "\(played.output)\(played.errors)")
      for view in Overviews.all.map(\.name) + ["cases", "due", "matrix"] {
        let shown = await program(view, "--on", "\(Country.today)", "--format", "csv")
        #expect(shown.exit == .fine, "\(view): \(shown.errors)")
        let rows = shown.output.split(separator: "\r\n").count - 1
        #expect(rows > 0, "\(view) is empty")
      }
    }
  }

  @Test func `the same seed is the same country`() throws {
    func texts(_ seed: UInt64) throws -> [String] {
      try Country(seed: seed, Self.organisation(), size: .village).scenarios().map(\.text)
    }
    #expect(try texts(7) == texts(7))
    #expect(try texts(7) != texts(8))
  }

  private static func organisation() throws -> Organisation {
    var shell = Shell(
      stages: StageCatalogue(registeredStages), environment: [:],
      now: { Instant(milliseconds: 0) }, output: { _ in }, errors: { _ in })
    shell.settings.pipelines = Program.pipelines
    return try shell.organisation()
  }
}
