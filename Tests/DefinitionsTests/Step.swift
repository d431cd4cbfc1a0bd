import StageKit

/// A stage for tests: its settings name its outcomes.
struct Step: Stage {
  static let name: StageName = "step@1"
  static let title = Text(sv: "Steg", en: "Step")
  static let help = Text(sv: "Ett steg.", en: "A step.")
  static let acts: [any Act<Step>.Type] = [Finish.self]
  static let examples: [Example] = []

  struct Settings: Record {
    let forward: [Name]
    let diverting: [Name]
    let optional: [Name]
    let parties: [Bodies]

    init(_ form: inout Form) {
      forward = form("forward", sv: "Framåt", en: "Forward")
      diverting = form("diverting", sv: "Avvikande mening", en: "Diverting")
      optional = form("optional", sv: "Frivilliga", en: "Optional")
      parties = form("parties", sv: "Parter", en: "Parties")
    }
  }

  static func outcomes(_ settings: Settings) -> [Outcome] {
    (settings.forward.isEmpty ? ["done"] : settings.forward.map(\.description)).map {
      .forward($0, sv: $0, en: $0)
    }
      + settings.diverting.map { .diverting($0.description, sv: "avvikande", en: "diverting") }
      + settings.optional.map { .optional($0.description, sv: "frivillig", en: "optional") }
  }

  init(_ settings: Settings, _ opening: Opening) {}

  var outcome: Outcome? { nil }

  /// Does nothing; the tests of definitions never act.
  struct Finish: Act {
    static let name = "finish"
    static let title = Text(sv: "Avsluta", en: "Finish")

    init(_ form: inout Form) {}

    func fold(into step: inout Step, _ said: Said) {}
  }
}

/// A stage for tests that takes a document.
struct Follow: Stage {
  static let name: StageName = "follow@1"
  static let title = Text(sv: "Följ", en: "Follow")
  static let help = Text(sv: "Följer.", en: "Follows.")
  static let acts: [any Act<Follow>.Type] = []
  static let takes = [TypedTopic.document.topic]
  static let examples: [Example] = []

  static func outcomes(_ settings: NoSettings) -> [Outcome] {
    [.forward("done", sv: "klar", en: "done")]
  }

  init(_ settings: NoSettings, _ opening: Opening) {}

  var outcome: Outcome? { nil }
}
