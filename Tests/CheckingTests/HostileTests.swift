import Foundation
import Located
import Testing

@testable import Checking

/// Files that are made to exhaust who reads them: the check ends, and says what is wrong.
@Suite struct HostileTests {
  /// A definition that has the fault so many times.
  struct Shape: CustomTestStringConvertible {
    let testDescription: String
    /// The codes that are told.
    let codes: Set<String>
    let text: String

    init(_ name: String, _ codes: Set<String>, _ text: String) {
      (testDescription, self.codes, self.text) = (name, codes, text)
    }
  }

  private static let head = """
    pipeline: exempel
    version: "1"
    valid: {from: 2020-01-01}
    title: {sv: Exempel, en: Example}
    product: care-programme
    key: [diagnosis]
    owner: npo-cancer
    inputs:
      diagnosis: {type: icd-10-se, title: {sv: Diagnos, en: Diagnosis}}

    """
  private static let stage =
    "{id: utkast, uses: draft@1, within: 9 months, remind: [1 week], in-force: submitted, "
    + "with: {documents: [slutversion]}}"
  private static let whole = head + "stages: [\(stage)]\n"

  private static func many(_ count: Int, _ part: (Int) -> String) -> String {
    (0..<count).map(part).joined()
  }

  /// More than are told of one file.
  static let tooMany: [Shape] = [
    Shape(
      "one key again and again", ["yaml/duplicate-key", "limit/findings"],
      whole + many(1_500) { _ in "owner: x\n" }),
    Shape(
      "a missing name", ["yaml/unknown-alias", "limit/findings"],
      whole + "x: [" + many(1_500) { _ in "*a," } + "]\n"),
    Shape(
      "tags", ["yaml/tag", "schema/unknown-key", "limit/findings"],
      whole + "x: [" + many(1_500) { _ in "!t a," } + "]\n"),
    Shape(
      "merge keys", ["yaml/duplicate-key", "yaml/merge-key", "limit/findings"],
      whole + many(800) { _ in "<<: a\n" }),
    Shape(
      "tabs", ["yaml/tab-indent", "limit/findings"], whole + many(1_500) { _ in "\tx: 1\n" }),
    Shape(
      "missing spaces", ["yaml/missing-space", "limit/findings"],
      whole + "roles: {" + many(1_500) { "a\($0):c," } + "}\n"),
    Shape(
      "unknown keys", ["schema/unknown-key", "limit/findings"],
      whole + many(1_500) { "k\($0): 1\n" }),
    Shape(
      "empty stages", ["schema/missing-key", "limit/findings"],
      head + "stages: [" + many(1_500) { _ in "{}," } + "]\n"),
    Shape(
      "comments that are none", ["ignore/malformed", "limit/findings"],
      whole + many(1_500) { _ in "# stafett: alow\n" }),
    Shape(
      "exceptions from nothing", ["ignore/unknown-code", "limit/findings"],
      whole + "# stafett: allow " + (0..<1_500).map { "rule/x\($0)" }.joined(separator: ", ")
        + ": so\n"),
  ]

  @Test(arguments: tooMany)
  func `no more findings are made than anyone reads, and that there are more is an error`(
    shape: Shape
  ) {
    let found = check(shape.text)
    #expect(found.count == FindingQuota.most + 1)
    #expect(Set(found.map(\.code)) == shape.codes)
    #expect(found.filter(\.saysThereAreMore).map(\.severity) == [.error])
  }

  /// Shapes that have few faults, or none.
  static let few: [Shape] = [
    Shape("lists in lists", ["yaml/depth-limit"], many(10_000) { _ in "[" }),
    Shape("keys of keys", ["yaml/depth-limit"], many(5_000) { _ in "? " }),
    Shape(
      "a quote without an end", ["yaml/unclosed"], whole + "x: \"" + many(5_000) { _ in "a\n " }),
    Shape("bytes of zero", ["yaml/binary"], whole + many(5_000) { _ in "\0" }),
    Shape(
      "aliases of aliases", ["yaml/alias-limit"],
      "a0: &a0 [x, x, x, x]\n"
        + many(40) { "a\($0 + 1): &a\($0 + 1) [*a\($0), *a\($0), *a\($0), *a\($0)]\n" }),
    Shape(
      "a pipeline of ten thousand roles", ["limit/size"],
      whole + "roles: {" + many(10_000) { "r\($0): npo," } + "}\n"),
    Shape(
      "conditions that no one can count", ["limit/ways-to-open"],
      head
        + many(40) { "  e\($0): {type: enum, title: {sv: E\($0), en: F\($0)}, values: [a, b]}\n" }
        + "stages: [\(stage.dropLast()), when: {" + many(40) { "e\($0): a, " } + "}}]\n"),
    Shape(
      "a duration beyond all numbers", ["schema/wrong-form"],
      whole.replacingOccurrences(of: "9 months", with: "1" + many(30) { _ in "0" } + " months")),
  ]

  @Test(arguments: few)
  func `what has no end is found at once`(shape: Shape) {
    #expect(Set(check(shape.text).map(\.code)) == shape.codes)
  }

  @Test func `a ring of bodies, and bodies that are parts in a million ways, are walked once`() {
    let ring = many(in: 600) {
      "{id: r\($0), kind: npo, name: R\($0), follows: r\(($0 + 1) % 600)}"
    }
    let net = many(in: 40) {
      "{id: a\($0), kind: npo, name: A\($0), part-of: [a\($0 + 1), b\($0 + 1)]}, "
        + "{id: b\($0), kind: npo, name: B\($0), part-of: [a\($0 + 1), b\($0 + 1)]}"
    }
    let ends = "{id: a40, kind: npo, name: A40}, {id: b40, kind: npo, name: B40}"
    let register = Self.register("bodies: [\(ring), \(net), \(ends)]\n")
    #expect(check(register).filter { $0.severity == .error }.map(\.code) == ["ref/cycle"])
  }

  @Test func `a year without a working day ends a count of working days`() {
    let days = many(in: 365) { "{day: \"\(Self.monthDay($0))\", name: H\($0)}" }
    let register = Self.register(
      """
      calendar: {saturday-works: false, holidays: [\(days)]}
      windows:
        - {id: w, title: W, at-least: 1000 working days, rounds: [{opens: "02-15", closes: "04-14"}]}

      """)
    #expect(Set(check(register).map(\.code)) == ["schema/out-of-bounds", "time/too-short"])
  }

  @Test func `a faulty base is told of once, however many variants it has`() {
    let base = SourceFile(
      path: "base.yaml", bytes: Array((Self.head + "stages: [{id: a}, {id: b}]\n").utf8))
    let variants = (0..<100).map { number in
      SourceFile(
        path: "v\(number).yaml",
        bytes: Array(
          """
          pipeline: v\(number)
          version: "1"
          extends: exempel@1
          for: region-01
          valid: {from: 2020-01-01}

          """.utf8))
    }
    let all = Workspace.load([base, Fixture.register] + variants, stages: catalogue).diagnostics
    #expect(all.map(\.path).allSatisfy { $0 == "base.yaml" })
    #expect(all.filter { $0.code == "schema/missing-key" }.count == 2)
  }

  @Test func `the order of files and threads changes nothing in what is left out`() {
    let files = (0..<6).map {
      SourceFile(path: "\($0).yaml", bytes: Array(Self.tooMany[$0].text.utf8))
    }
    let one = Workspace.load(files, stages: catalogue).diagnostics
    let other = Workspace.load(
      files.reversed(), stages: catalogue,
      work: SideBySide { count, piece in
        DispatchQueue.concurrentPerform(iterations: count) { piece($0) }
      }
    ).diagnostics
    #expect(one == other)
    #expect(one.filter(\.saysThereAreMore).count == files.count)
  }

  @Test func `an exception in a file with findings left out is not called unused`() {
    let text = Self.whole + "# stafett: allow rule/loose-bound: agreed\n"
    #expect(check(text).map(\.code) == ["ignore/unused"])
    let found = check(text + Self.many(1_500) { "k\($0): 1\n" })
    #expect(!found.contains { $0.code == "ignore/unused" })
  }

  /// Inputs that the fuzzer once found something with.
  static let fuzzed = names(in: here.appending(path: "Fuzzed"))

  @Test(arguments: fuzzed)
  func `what fuzzing found is checked to the end`(name: String) {
    let found = bytes(here.appending(path: "Fuzzed/\(name)"))
    let parts = String(decoding: found, as: UTF8.self).components(separatedBy: "\n=====\n")
    let files =
      parts.count == 1
      ? [SourceFile(path: "0.yaml", bytes: found)]
      : parts.enumerated().map { SourceFile(path: "\($0).yaml", bytes: Array($1.utf8)) }
    let report = Report(
      Workspace.load(files + [Fixture.register], stages: catalogue).diagnostics, of: files)
    #expect(report.diagnostics.count <= files.count * (FindingQuota.most + 1) + 1)
    #expect(!report.text(.sv).isEmpty)
  }

  private func check(_ text: String) -> [Diagnostic] {
    let register = text.hasPrefix("register:") ? [] : [Fixture.register]
    return Workspace.load(
      [SourceFile(path: "0.yaml", bytes: Array(text.utf8))] + register, stages: catalogue
    ).diagnostics
  }

  private func many(in count: Int, _ part: (Int) -> String) -> String {
    (0..<count).map(part).joined(separator: ", ")
  }

  private static func register(_ parts: String) -> String {
    """
    register: stort
    kinds: [{id: npo, title: NPO, level: national}]

    """ + parts
  }

  /// The days of a year but for the last ones of each month.
  private static func monthDay(_ number: Int) -> String {
    let (month, day) = (number / 28 % 12 + 1, number % 28 + 1)
    return (month < 10 ? "0" : "") + "\(month)-" + (day < 10 ? "0" : "") + "\(day)"
  }
}
