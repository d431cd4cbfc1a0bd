import StageKit
import StageTesting
import Testing

/// The bench finds what is planted; what it says of a good stage is worth no more than that.
@Suite struct Bench {
  private static func example(
    steps: [Example.Step], ends: String? = nil, owes: [Owed] = []
  ) -> Example {
    Example(
      sv: "Planterad", en: "Planted", opening: Opening(on: .blank, owner: "owner"), steps: steps,
      ends: ends, owes: owes)
  }

  private static let tick = Example.Step.says("owner", "tick", "{count: 1}", on: .blank)

  @Test(arguments: [
    (example(steps: [tick], ends: "done"), nil),
    (example(steps: [tick]), "it was to be open, and ended with 'done'"),
    (example(steps: []), "was owed nothing, and is tick by owner"),
    (example(steps: [tick, tick], ends: "done"), "step 2: the attempt has ended with 'done'"),
    (example(steps: [.says("owner", "tock", "{}", on: .blank)]), "has no act 'tock'"),
    (example(steps: [.says("owner", "tick", "{", on: .blank)]), "tick is no YAML"),
    (
      example(steps: [.says("owner", "tick", "{count: 9}", on: .blank)]),
      "was refused: planted/too-many at count"
    ),
    (
      example(
        steps: [.refused("owner", "tick", "{count: 1}", on: .blank, code: "planted/too-many")]),
      "and was accepted"
    ),
    (
      example(
        steps: [.refused("owner", "tick", "{count: 9}", on: .blank, code: "planted/too-many")]),
      "with planted/too-many at the act as a whole, and was refused otherwise"
    ),
  ])
  func `tells where an example goes another way`(example: Example, expected: String?) {
    let difference = StageBench(Planted.self).firstDifference(in: example)
    if let expected {
      #expect(difference?.contains(expected) == true, "\(difference ?? "nothing")")
    } else {
      #expect(difference == nil)
    }
  }

  @Test func `finds every fault that is planted in a contract`() {
    let asked = ["on", "b", "c", "d"]
    let described = asked + ["hidden"]
    #expect(
      StageBench(Crooked.self).contractFaults == [
        "'Crooked@0' is not NAME@LEVEL",
        "'Crooked' is no name that all read alike",
        "'on' is no name that all read alike",
        "'bothAtOnce' is no name that all read alike",
        "two acts are named 'tick'",
        "every stage has the act 'note' already",
        "it is carried on in cases of their own, and has no act 'receive' to learn of them",
        "it is carried on in cases of their own, and has no act 'mirror' to learn of them",
        "the title of tick.on is empty in a language",
        "the help does not end with a full stop in both languages",
        "tick asks for more than three: on, b, c, d",
        "tick is described with \(described) and asks for \(asked)",
        "two outcomes are named 'bothAtOnce'",
        "no example ends with 'bothAtOnce'",
        "'elsewhere/wrong' is not Crooked/WHAT",
        "example 'Untrue', step 1: tick by a was to be refused with elsewhere/wrong at the act as "
          + "a whole, and was accepted",
      ])
  }

  @Test func `finds a stage that remembers what is not stored`() {
    let difference = StageBench(Forgetful.self).firstDifference(inRuns: 20, seed: 1)
    #expect(difference?.hasSuffix("what was stored makes another attempt") == true)
  }

  @Test func `does the same things for the same seed`() {
    let runs = (1...2).map { _ in StageBench(Forgetful.self).firstDifference(inRuns: 20, seed: 5) }
    #expect(runs[0] == runs[1])
  }
}

/// A stage without a fault, for examples that lie about it.
private struct Planted: Stage {
  static let name: StageName = "planted@1"
  static let title = Text("Planted")
  static let help = Text("Counts.")
  static let acts: [any Act<Planted>.Type] = [Tick.self]
  static func outcomes(_ settings: NoSettings) -> [Outcome] {
    [.forward("done", sv: "Klar", en: "Done")]
  }
  static let examples: [Example] = []

  let owner: Body
  var count = 0

  init(_ settings: NoSettings, _ opening: Opening) { owner = opening.owner }
  var outcome: Outcome? { count > 0 ? Self.outcomes(NoSettings.blank)[0] : nil }
  var owes: [Owed] { count > 0 ? [] : [Owed("tick", by: owner)] }

  struct Tick: Act {
    static let name = "tick"
    static let title = Text("Tick")
    let count: Int

    init(_ form: inout Form) { count = form("count", sv: "Antal", en: "Count") }

    func faults(in stage: Planted, _ said: Said) -> [Fault] {
      guard count > 3 else { return [] }
      return [Fault("planted/too-many", at: "count", sv: "för många", en: "too many")]
    }

    func fold(into stage: inout Planted, _ said: Said) { stage.count += count }
  }
}

/// A stage with every fault that the contract check looks for.
private struct Crooked: Stage {
  static let name: StageName = "Crooked@0"
  static let title = Text("Crooked")
  static let help = Text(sv: "Allt är fel.", en: "All is wrong")
  static let acts: [any Act<Crooked>.Type] = [Tick.self, Tick.self, Note.self]
  static func outcomes(_ settings: NoSettings) -> [Outcome] {
    [
      .forward("bothAtOnce", sv: "En", en: "One"), .forward("bothAtOnce", sv: "En", en: "One"),
    ]
  }
  static func carrier(_ settings: NoSettings) -> Carrier? { Carrier("elsewhere", stage: "done") }
  static let examples = [
    Example(
      sv: "Osant", en: "Untrue", opening: Opening(on: .blank, owner: "a"),
      steps: [
        .refused(
          "a", "tick", "{on: 1, b: 1, c: 1, d: 1}", on: .blank, code: "elsewhere/wrong")
      ])
  ]

  init(_ settings: NoSettings, _ opening: Opening) {}
  var outcome: Outcome? { nil }

  struct Tick: Act {
    static let name = "tick"
    static let title = Text("Tick")

    init(_ form: inout Form) {
      let first: Int = form("on", sv: "", en: "On")
      let _: Int = form("b", sv: "B", en: "B")
      let _: Int = form("c", sv: "C", en: "C")
      let _: Int = form("d", sv: "D", en: "D")
      if first == 0 { let _: Int? = form("hidden", sv: "Gömd", en: "Hidden") }
    }

    func fold(into stage: inout Crooked, _ said: Said) {}
  }

  struct Note: Act {
    static let name = "note"
    static let title = Text("Note")
    init(_ form: inout Form) {}
    func fold(into stage: inout Crooked, _ said: Said) {}
  }
}

/// A stage that keeps the text of a `Prose` as if it were stored: its size is not.
private struct Forgetful: Stage {
  static let name: StageName = "forgetful@1"
  static let title = Text("Forgetful")
  static let help = Text("Forgets.")
  static let acts: [any Act<Forgetful>.Type] = [Note.self]
  static func outcomes(_ settings: NoSettings) -> [Outcome] { [] }
  static let examples = [
    Example(sv: "Öppnas", en: "Opens", opening: Opening(on: .blank, owner: "a"), steps: [])
  ]

  var lengths: [Int?] = []

  init(_ settings: NoSettings, _ opening: Opening) {}
  var outcome: Outcome? { nil }

  struct Note: Act {
    static let name = "note"
    static let title = Text("Note")
    let text: Prose

    init(_ form: inout Form) { text = form("text", sv: "Text", en: "Text") }

    func fold(into stage: inout Forgetful, _ said: Said) { stage.lengths.append(text.size) }
  }
}
