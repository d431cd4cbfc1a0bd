import StageKit

/// What a kind of step takes and gives.
protocol StepKind: Sendable, Equatable {
  static var name: StageName { get }
  static var takes: [Topic] { get }
  static var gives: [Topic] { get }
}

/// Neither takes nor gives.
enum Plain: StepKind {
  static let name: StageName = "step@1"
  static let takes: [Topic] = []
  static let gives: [Topic] = []
}

/// Gives a version of the document.
enum Writing: StepKind {
  static let name: StageName = "writing@1"
  static let takes: [Topic] = []
  static let gives: [Topic] = [TypedTopic.document.topic]
}

/// Uses the document.
enum Using: StepKind {
  static let name: StageName = "using@1"
  static let takes: [Topic] = [TypedTopic.document.topic]
  static let gives: [Topic] = []
}

/// A stage whose settings name its outcomes, so that any flow can be walked.
struct Step<Kind: StepKind>: Stage {
  struct Settings: Record {
    let forward: [Name]
    let diverting: [Name]
    let optional: [Name]

    init(_ form: inout Form) {
      forward = form("forward", in: 1...9, sv: "Vidare", en: "Forward")
      diverting = form("diverting", sv: "Avvikande", en: "Diverting")
      optional = form("optional", sv: "Valbara", en: "Optional")
    }
  }

  static var name: StageName { Kind.name }
  static var title: Text { Text(sv: "Steg", en: "Step") }
  static var help: Text { Text(sv: "Ett steg.", en: "A step.") }
  static var acts: [any Act<Self>.Type] { [Finish<Kind>.self, Later<Kind>.self] }
  static var takes: [Topic] { Kind.takes }
  static var gives: [Topic] { Kind.gives }
  static var examples: [Example] { [] }

  static func outcomes(_ settings: Settings) -> [Outcome] {
    settings.forward.map { .forward($0.description, sv: "vidare", en: "forward") }
      + settings.diverting.map { .diverting($0.description, sv: "avviker", en: "diverts") }
      + settings.optional.map { .optional($0.description, sv: "valbart", en: "optional") }
  }

  private let outcomes: [Outcome]
  private let owner: Body
  private let used: Version?
  fileprivate(set) var finished: Finish<Kind>?
  fileprivate(set) var reports: [Int] = []
  private(set) var closes: CivilDate?

  init(_ settings: Settings, _ opening: Opening) {
    outcomes = Self.outcomes(settings)
    owner = opening.owner
    used = opening.take(.document)
    closes = opening.closes
  }

  mutating func extend(to closes: CivilDate) {
    self.closes = closes
  }

  var outcome: Outcome? {
    finished.flatMap { act in outcomes.first { $0.name == act.outcome.description } }
  }

  var owes: [Owed] { finished == nil ? [Owed("finish", by: owner)] : [] }

  var given: [Given] {
    guard let finished else { return [] }
    var all: [Given] = []
    if !Kind.gives.isEmpty {
      all.append(Given(.document, Version("text", finished.version?.description ?? "1")))
    }
    if let day = finished.appliesFrom { all.append(Given(.appliesFrom, day)) }
    return all
  }

  // Everything that it knows, so that two states can be compared by what they show.
  var summary: Summary {
    let known = "\(reports) \(finished?.outcome.description ?? "-") \(used?.description ?? "-")"
    return Summary(line: Text("\(known) \(closes?.description ?? "-")"))
  }

  fileprivate func offers(_ name: Name) -> Bool {
    outcomes.contains { $0.name == name.description }
  }
}

/// Ends the step by an outcome.
struct Finish<Kind: StepKind>: Act {
  typealias Target = Step<Kind>
  static var name: String { "finish" }
  static var title: Text { Text(sv: "Avsluta", en: "Finish") }

  let outcome: Name
  let version: Name?
  let appliesFrom: CivilDate?

  init(_ form: inout Form) {
    outcome = form("outcome", sv: "Resultat", en: "Outcome")
    version = form("version", sv: "Version", en: "Version")
    appliesFrom = form("applies-from", sv: "Gäller från", en: "Applies from")
  }

  func faults(in step: Step<Kind>, _ said: Said) -> [Fault] {
    step.offers(outcome)
      ? [] : [Fault("step/no-such-outcome", at: "outcome", sv: "finns inte", en: "there is none")]
  }

  func fold(into step: inout Step<Kind>, _ said: Said) {
    step.finished = self
  }
}

/// Says something and leaves the step open.
struct Later<Kind: StepKind>: Act {
  typealias Target = Step<Kind>
  static var name: String { "later" }
  static var title: Text { Text(sv: "Avvakta", en: "Wait") }

  init(_ form: inout Form) {}

  func fold(into step: inout Step<Kind>, _ said: Said) {
    step.reports.append(said.number)
  }
}
