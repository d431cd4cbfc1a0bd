import CivilTime
import DraftStage
import StageKit
import Testing

@testable import StageTesting

@Suite struct DraftTests {
  private static let day = CivilDate(year: 2019, month: 8, day: 26) ?? .blank

  private func open(_ settings: String, taken: [Version] = []) throws -> StageRun {
    try StageRun.start(
      StageContract(Draft.self), settings: settings,
      opening: Opening(
        on: Self.day, owner: "vpg", taken: taken.map { Given(.document, $0) })
    ).get()
  }

  private func say(_ run: inout StageRun, _ act: String, _ form: String) throws -> [String] {
    try run.say(act, form, on: Self.day, by: "vpg").get().map(\.fault.code)
  }

  @Test(arguments: [
    (["4.0"], ["4.0", "4.1"]),
    (["3"], ["3", "4"]),
    (["4.9"], ["4.9", "4.10"]),
    (["slutversion"], ["slutversion", "2"]),
    (["2", "utkast"], ["2", "utkast", "3"]),
    (["999999999999999999999"], ["999999999999999999999", "2"]),
    (["4..0"], ["4..0", "2"]),
  ])
  func `a version that is left out is counted upward`(said: [String], expected: [String]) throws {
    var run = try open("{documents: [text]}")
    for version in said.map({ ", version: \"\($0)\"" }) + [""] {
      #expect(try say(&run, "attach", "{document: text, at: x\(version)}") == [])
    }
    let versions = run.attempt.summary.tables[0].rows.map { $0[1].written.sv }
    #expect(versions == expected)
  }

  @Test func `numbering goes on from what earlier stages handed on`() throws {
    var run = try open(
      "{documents: [text]}", taken: [Version("text", "4.0"), Version("other", "7")])
    _ = try say(&run, "attach", "{document: text, at: x}")
    #expect(run.attempt.given == [Given(.document, Version("text", "4.1"))])
  }

  @Test func `the document that the case is about is handed on last`() throws {
    var run = try open("{documents: [text, letter]}")
    for document in ["text", "letter", "text"] {
      _ = try say(&run, "attach", "{document: \(document), at: x}")
    }
    #expect(
      run.attempt.given
        == [Given(.document, Version("letter", "1")), Given(.document, Version("text", "2"))])
    let next = Opening(on: Self.day, owner: "x", taken: run.attempt.given)
    #expect(next.take(.document) == Version("text", "2"))
  }

  @Test func `a row changes what it says and leaves the rest of the chapter`() throws {
    var run = try open("{documents: [text], sections: [A]}")
    _ = try say(
      &run, "section", "{rows: [{chapter: A, title: Början, author: m-1, state: started}]}")
    _ = try say(
      &run, "section", "{rows: [{chapter: B, state: missing}, {chapter: A, state: done}]}")
    let rows = run.attempt.summary.tables.first { $0.title.sv == "Kapitel" }?.rows
    #expect(
      rows?.map { $0.prefix(4).map(\.written.sv) } == [
        ["A", "Början", "m-1", "Klart"], ["B", "", "", "Saknas"],
      ])
  }

  @Test func `a tick can be taken away`() throws {
    var run = try open("{documents: [text], checklist: [Läst]}")
    _ = try say(&run, "attach", "{document: text, at: x}")
    _ = try say(&run, "check", "{item: Läst}")
    #expect(run.attempt.owes == [Owed("submit", by: "vpg")])
    _ = try say(&run, "check", "{item: Läst, done: false}")
    #expect(try say(&run, "submit", "{}") == ["draft/open-item"])
  }

  @Test func `nobody having declared is a fault where declarations are asked for`() throws {
    var run = try open("{documents: [text], declarations: true}")
    _ = try say(&run, "attach", "{document: text, at: x}")
    #expect(try say(&run, "submit", "{}") == ["draft/missing-declaration"])
    _ = try say(&run, "declare", "{person: m-1}")
    #expect(try say(&run, "submit", "{}") == [])
  }

  @Test func `owing tells first what is in the way, and then to submit`() throws {
    var run = try open("{documents: [text], declarations: true}")
    _ = try say(&run, "section", "{rows: [{chapter: A, author: m-1, state: started}]}")
    #expect(run.attempt.owes.map(\.act) == ["attach", "section", "declare"])
    _ = try say(&run, "attach", "{document: text, at: x}")
    _ = try say(&run, "declare", "{person: m-1}")
    _ = try say(&run, "section", "{rows: [{chapter: A, state: done}]}")
    #expect(run.attempt.owes.map(\.act) == ["submit"])
  }

  @Test(arguments: [
    "{documents: []}", "{documents: [a, a]}", "{documents: [a], checklist: [x, x]}",
  ])
  func `settings that cannot be meant are refused`(settings: String) {
    #expect(throws: StageRun.Refusal.self) { try open(settings) }
  }
}
