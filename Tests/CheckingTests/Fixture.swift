import CivilTime
import Foundation
import Located
import StageKit
import StageRegistry
import Testing

@testable import Checking

let catalogue = StageCatalogue(registeredStages)

/// The folder of the tests.
let here = URL(filePath: #filePath).deletingLastPathComponent()

/// Files to check, with the findings that they must give.
///
/// A comment below the line marks one:
///
///     uses: remis@1
///     #     ^^^^^^^ stage/unknown
///
/// Carets that follow the `#` at once mark the first column too. `-> 12:3` behind the code says
/// where a finding ends that goes on below. What no comment can mark stands in a file `places`.
///
/// A code that is found for more than one reason has an example of each: `bad.yaml`, and
/// `bad-WORD.yaml` with `sv-WORD.txt`, `en-WORD.txt` and perhaps `places-WORD`.
///
/// A file `stafett.yaml` is the project, `baseline.yaml` the known findings and `stafett.lock` the
/// lock; a first line `# at 2027-10-01` says which day it is, and `# without: remiss` what the build
/// lacks. After `# a rule fails` one does; `# at most 2` says how many findings of a file are told;
/// after `# the last line repeated to 4194305 bytes` the file is made that long.
///
/// What is live stands in `live.yaml` or the folder `live`, read as `main:NAME.yaml`, and in
/// `positions.json`; for `bad-WORD` and `ok-WORD` in those with `-WORD`, if there are any.
struct Fixture: Sendable, CustomTestStringConvertible {
  /// A finding that must be found, exactly there.
  struct Place: Hashable, Comparable, CustomStringConvertible {
    let path, code: String
    let span: Span

    var description: String {
      "\(path):\(span.start.line):\(span.start.column)-\(span.end.line):\(span.end.column) \(code)"
    }

    static func < (a: Place, b: Place) -> Bool {
      (a.path, a.span.start, a.span.end, a.code) < (b.path, b.span.start, b.span.end, b.code)
    }
  }

  let folder: URL
  let files: [SourceFile]
  let testDescription: String
  /// What is live; nil where the folder has nothing of it.
  let live: Live?
  /// `-WORD` of `bad-WORD`; empty for the plain one.
  private let suffix: String

  /// The register that every fixture is read with, unless it has one or says `# no register`.
  static let register = SourceFile(
    path: "register.yaml", bytes: bytes(here.appending(path: "Fixtures/register.yaml")))

  /// The file that belongs to it in its folder: `sv.txt`, `sv-WORD.txt`.
  func beside(_ name: String, _ ending: String = "") -> URL {
    folder.appending(path: "\(name)\(suffix)\(ending)")
  }

  /// The names of the fixtures in a folder that begin with a word: `bad`, `bad-owner`.
  static func names(_ word: String, in folder: URL) -> [String] {
    CheckingTests.names(in: folder).map { $0.hasSuffix(".yaml") ? String($0.dropLast(5)) : $0 }
      .filter { $0 == word || $0.hasPrefix("\(word)-") }
  }

  /// `bad.yaml` or the files in `bad/`.
  init?(_ name: String, in folder: URL) {
    let single = folder.appending(path: "\(name).yaml")
    let several = folder.appending(path: name)
    var files: [SourceFile] = []
    if FileManager.default.fileExists(atPath: single.path()) {
      files = [SourceFile(path: "\(name).yaml", bytes: Self.grown(bytes(single)))]
    } else {
      for file in CheckingTests.names(in: several)
      where file.hasSuffix(".yaml") || file == Lock.fileName {
        files.append(
          SourceFile(path: file, bytes: bytes(several.appending(path: file))))
      }
    }
    guard !files.isEmpty else { return nil }
    let suffix = name.firstIndex(of: "-").map { String(name[$0...]) } ?? ""
    live = Self.live(in: folder, [name == "ok" ? "-ok" : suffix, ""], like: files)
    let brings = files.contains { file in
      ["register:", "# no register"].contains { file.bytes.starts(with: $0.utf8) }
    }
    self.folder = folder
    self.files = files + (brings ? [] : [Self.register])
    self.suffix = suffix
    testDescription = "\(folder.pathComponents.suffix(2).joined(separator: "/"))/\(name)"
  }

  /// The content, made as long as its first line says: no file of megabytes lies among these.
  private static func grown(_ content: [UInt8]) -> [UInt8] {
    let marker = "# the last line repeated to "
    guard content.starts(with: marker.utf8) else { return content }
    let number = content.dropFirst(marker.utf8.count).prefix { $0 != 0x20 && $0 != 0x0A }
    let size = Int(String(decoding: number, as: UTF8.self)) ?? 0
    let last = content.dropLast().lastIndex(of: 0x0A).map { content[($0 + 1)...] } ?? content[...]
    var grown = content
    grown.reserveCapacity(size)
    while grown.count < size { grown += last.prefix(size - grown.count) }
    return grown
  }

  /// The first that is there of some files with one of the endings.
  private static func live(
    in folder: URL, _ endings: [String], like files: [SourceFile]
  ) -> Live? {
    for ending in endings {
      let single = bytes(folder.appending(path: "live\(ending).yaml"))
      let several = CheckingTests.names(in: folder.appending(path: "live\(ending)"))
      guard !single.isEmpty || !several.isEmpty else { continue }
      let name = files.first?.path ?? ""
      let before =
        several.isEmpty
        ? [SourceFile(path: "main:\(name)", bytes: single)]
        : several.map {
          SourceFile(
            path: "main:\($0)", bytes: bytes(folder.appending(path: "live\(ending)/\($0)")))
        }
      let positions = bytes(folder.appending(path: "positions\(ending).json"))
      return Live(files: before, positions: Positions(json: positions))
    }
    return nil
  }

  /// The same with other content in its files.
  func with(_ files: [SourceFile]) -> Fixture {
    Fixture(
      folder: folder, files: files, live: live, testDescription: testDescription, suffix: suffix)
  }

  private init(
    folder: URL, files: [SourceFile], live: Live?, testDescription: String, suffix: String
  ) {
    self.folder = folder
    self.files = files
    self.live = live
    self.testDescription = testDescription
    self.suffix = suffix
  }

  var found: [Place] {
    diagnostics.map { Place(path: $0.path, code: $0.code, span: $0.span) }.sorted()
  }

  /// What the comments mark, and the file `places`.
  var expected: [Place] {
    let listed = String(decoding: bytes(beside("places")), as: UTF8.self)
      .split(separator: "\n").compactMap { Place($0) }
    return (files.flatMap(Self.marked) + listed).sorted()
  }

  private static func marked(_ file: SourceFile) -> [Place] {
    // Nobody marks a place in megabytes.
    guard file.bytes.count < 1 << 20 else { return [] }
    var places: [Place] = []
    var line = 0
    var number = 0
    let lines = String(decoding: file.bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false) { $0.isNewline }
    for text in lines {
      number += 1
      guard let match = text.wholeMatch(of: /#( *)(\^+) (\S+)(?: -> (\d+):(\d+))?/) else {
        line = number
        continue
      }
      let (_, blanks, carets, code, endLine, endColumn) = match.output
      let start = Mark(line: line, column: blanks.isEmpty ? 1 : 2 + blanks.count)
      var end = Mark(line: line, column: 2 + blanks.count + carets.count)
      if let row = endLine.flatMap({ Int($0) }), let column = endColumn.flatMap({ Int($0) }) {
        end = Mark(line: row, column: column)
      }
      places.append(Place(path: file.path, code: String(code), span: Span(start, end)))
    }
    return places
  }
}

extension Fixture.Place {
  /// `bad.yaml:1:1-1:1 yaml/empty`.
  fileprivate init?(_ line: Substring) {
    guard let match = line.wholeMatch(of: /(\S+):(\d+):(\d+)-(\d+):(\d+) (\S+)/) else { return nil }
    let (_, path, a, b, c, d, code) = match.output
    let numbers = [a, b, c, d].compactMap { Int($0) }
    guard numbers.count == 4 else { return nil }
    self.init(
      path: String(path), code: String(code),
      span: Span(
        Mark(line: numbers[0], column: numbers[1]), Mark(line: numbers[2], column: numbers[3])))
  }
}

/// The bytes of a file; none when it is not there.
func bytes(_ file: URL) -> [UInt8] {
  (try? Data(contentsOf: file)).map { [UInt8]($0) } ?? []
}

/// The names in a folder, sorted; none when it is not there.
func names(in folder: URL) -> [String] {
  let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
  return all.filter { !$0.hasPrefix(".") }.sorted()
}
