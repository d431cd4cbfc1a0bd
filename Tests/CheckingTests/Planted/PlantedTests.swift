import Foundation
import Located
import RandomTesting
import Testing

@testable import Checking

/// 195 faults of seven kinds, each planted in a file of its own between clean ones.
@Suite struct PlantedTests {
  private struct Place: Hashable, Comparable, CustomStringConvertible {
    let path: String
    let line: Int
    let code: String

    var description: String { "\(path):\(line) \(code)" }

    static func < (a: Place, b: Place) -> Bool {
      (a.path, a.line, a.code) < (b.path, b.line, b.code)
    }
  }

  private static let register: [SourceFile] = {
    let folder = here.appending(path: "../../Pipelines/register").standardizedFileURL
    return names(in: folder).map {
      SourceFile(path: "register/\($0)", bytes: bytes(folder.appending(path: $0)))
    }
  }()

  @Test func `every planted fault is found on its line, and nothing else`() throws {
    var files = Self.register
    var planted: [Place] = []
    var number = 0
    func write(_ programme: CareProgramme) -> String {
      let path = "programme-\(1000 + number).yaml"
      let text = programme.lines.joined(separator: "\n") + "\n"
      files.append(SourceFile(path: path, bytes: Array(text.utf8)))
      return path
    }
    for fault in PlantedFault.allCases {
      for _ in 0..<fault.count {
        number += 1
        _ = write(CareProgramme(number))
        number += 1
        var programme = CareProgramme(number)
        var random = SeededRandom(7, run: number)
        let (line, code) = try #require(fault.plant(in: &programme, &random))
        planted.append(Place(path: write(programme), line: line, code: code))
      }
    }
    #expect(planted.count == 195)
    let found = Workspace.load(files, stages: catalogue).diagnostics.map {
      Place(path: $0.path, line: $0.span.start.line, code: $0.code)
    }
    // The first few say enough of what went wrong.
    #expect(Set(planted).subtracting(found).sorted().prefix(9) == [], "missed")
    #expect(Set(found).subtracting(planted).sorted().prefix(9) == [], "found, but not planted")
    #expect(found.count == planted.count)
  }
}
