import CivilTime
import StageKit

/// A stage for tests: its settings name its outcomes, and `finish` takes one of them.
struct Step: Stage {
  static let name: StageName = "step@1"
  static let title = Text(sv: "Steg", en: "Step")
  static let help = Text(sv: "Ett steg.", en: "A step.")
  static let acts: [any Act<Step>.Type] = [Finish.self, Say.self, Publish.self]
  static let gives = [TypedTopic.document.topic, TypedTopic.appliesFrom.topic]
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

    var outcomes: [Outcome] {
      (forward.isEmpty ? ["done"] : forward.map(\.description)).map { .forward($0, sv: $0, en: $0) }
        + diverting.map { .diverting($0.description, sv: $0.description, en: $0.description) }
        + optional.map { .optional($0.description, sv: $0.description, en: $0.description) }
    }
  }

  static func outcomes(_ settings: Settings) -> [Outcome] { settings.outcomes }

  let settings: Settings
  let opening: Opening
  var said: [String] = []
  var heard: [Body] = []
  var days: [CivilDate] = []
  var versions: [Version] = []
  var appliesFrom: CivilDate?
  var finished: String?

  init(_ settings: Settings, _ opening: Opening) {
    self.settings = settings
    self.opening = opening
  }

  var outcome: Outcome? { settings.outcomes.first { $0.name == finished } }

  var owes: [Owed] {
    guard finished == nil else { return [] }
    let silent = opening.bodies(settings.parties).filter { !heard.contains($0) }
    return silent.isEmpty
      ? [Owed("finish", by: opening.owner)] : silent.map { Owed("say", by: $0) }
  }

  var given: [Given] {
    versions.map { Given(.document, $0) } + (appliesFrom.map { [Given(.appliesFrom, $0)] } ?? [])
  }

  var summary: Summary { Summary(line: Text(said.joined(separator: "; "))) }

  /// Ends the attempt by an outcome.
  struct Finish: Act {
    static let name = "finish"
    static let title = Text(sv: "Avsluta", en: "Finish")
    let outcome: String
    let appliesFrom: CivilDate?

    init(_ form: inout Form) {
      outcome = form("outcome", default: "done", sv: "Resultat", en: "Outcome")
      appliesFrom = form("applies-from", sv: "Gäller från", en: "Applies from")
    }

    func faults(in step: Step, _ said: Said) -> [Fault] {
      step.settings.outcomes.contains { $0.name == outcome }
        ? [] : [Fault("step/no-such", at: "outcome", sv: "finns inte", en: "no such outcome")]
    }

    func fold(into step: inout Step, _ said: Said) {
      step.finished = outcome
      step.appliesFrom = appliesFrom
    }
  }

  /// Says something that ends nothing.
  struct Say: Act {
    static let name = "say"
    static let title = Text(sv: "Säg", en: "Say")
    let text: String

    init(_ form: inout Form) {
      text = form("text", sv: "Text", en: "Text")
    }

    func fold(into step: inout Step, _ said: Said) {
      step.said.append("\(said.number) \(text)")
      step.heard.append(said.by)
      step.days.append(said.on)
    }
  }

  /// Hands on a version of the document.
  struct Publish: Act {
    static let name = "publish"
    static let title = Text(sv: "Lämna", en: "Publish")
    let version: Version

    init(_ form: inout Form) {
      version = form("version", sv: "Version", en: "Version")
    }

    func fold(into step: inout Step, _ said: Said) {
      step.versions.append(version)
    }
  }
}

/// A stage for tests that takes the document; its outcomes are `yes` and, diverting, `no`.
struct Follow: Stage {
  static let name: StageName = "follow@1"
  static let title = Text(sv: "Följ", en: "Follow")
  static let help = Text(sv: "Följer.", en: "Follows.")
  static let acts: [any Act<Follow>.Type] = [Report.self]
  static let takes = [TypedTopic.document.topic]
  static let examples: [Example] = []

  static func outcomes(_ settings: NoSettings) -> [Outcome] {
    [.forward("yes", sv: "ja", en: "yes"), .diverting("nope", sv: "nej", en: "nope")]
  }

  let drew: Version?
  let owner: Body
  var stand: String?

  init(_ settings: NoSettings, _ opening: Opening) {
    drew = opening.take(.document)
    owner = opening.owner
  }

  var outcome: Outcome? { Self.outcomes(.blank).first { $0.name == stand } }
  var owes: [Owed] { outcome == nil ? [Owed("report", by: owner)] : [] }
  var summary: Summary { Summary(line: drew.map { Text($0.description) }) }

  /// Says how it stands: `later` is no outcome.
  struct Report: Act {
    static let name = "report"
    static let title = Text(sv: "Rapportera", en: "Report")
    let stand: String

    init(_ form: inout Form) {
      stand = form("stand", sv: "Läge", en: "Stand")
    }

    func fold(into follow: inout Follow, _ said: Said) {
      follow.stand = stand
    }
  }
}
