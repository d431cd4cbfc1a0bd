import Foundation

/// The folder of a code among the fixtures.
struct FixtureFolder {
  /// `flow/cycle`.
  let code: String
  let url: URL

  /// Every folder FAMILY/NAME, by code.
  static func all(in fixtures: URL) -> [FixtureFolder] {
    names(in: fixtures).flatMap { family in
      names(in: fixtures.appending(path: family)).map {
        FixtureFolder(
          code: "\(family)/\($0)", url: fixtures.appending(path: family).appending(path: $0))
      }
    }.sorted { $0.code < $1.code }
  }

  /// The path of a file, for a report.
  func path(_ name: String) -> String { url.appending(path: name).path() }

  /// The bytes of a file; nil when it is not there.
  func bytes(_ name: String) -> [UInt8]? {
    (try? Data(contentsOf: url.appending(path: name))).map { [UInt8]($0) }
  }

  /// The text of a file; what is no UTF-8 reads as the replacement character, as `check` prints it.
  func text(_ name: String) -> String? {
    bytes(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// `NAME.yaml`, or the files of the folder `NAME`, as they are named in findings.
  func example(_ name: String) -> [(path: String, text: String)] {
    if let single = text("\(name).yaml") { return [("\(name).yaml", single.shown)] }
    return Self.names(in: url.appending(path: name))
      .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".lock") }
      .compactMap { file in text("\(name)/\(file)").map { (file, $0.shown) } }
  }

  private static func names(in folder: URL) -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return all.filter { !$0.hasPrefix(".") }.sorted()
  }
}

extension String {
  /// Without the comments that mark where a finding stands, as in `#   ^^^ flow/cycle`; a control
  /// character as its picture, since the page is shown on a terminal.
  fileprivate var shown: String {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
      .filter { $0.wholeMatch(of: /# *\^+ \S+( -> \d+:\d+)?/) == nil }
    var out = String.UnicodeScalarView()
    for scalar in lines.joined(separator: "\n").unicodeScalars {
      let isShown = scalar.value >= 32 || scalar == "\n" || scalar == "\t"
      out.append(isShown ? scalar : Unicode.Scalar(0x2400 + scalar.value) ?? scalar)
    }
    return String(out)
  }
}
