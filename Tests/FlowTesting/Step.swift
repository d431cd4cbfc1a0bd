package import StageKit

/// What a kind of step takes and gives.
package protocol StepKind: Sendable, Equatable {
  static var name: StageName { get }
  static var takes: [Topic] { get }
  static var gives: [Topic] { get }
}

/// Neither takes nor gives.
package enum Plain: StepKind {
  package static let name: StageName = "step@1"
  package static let takes: [Topic] = []
  package static let gives: [Topic] = []
}

/// Gives a version of the document.
package enum Writing: StepKind {
  package static let name: StageName = "writing@1"
  package static let takes: [Topic] = []
  package static let gives: [Topic] = [TypedTopic.document.topic]
}

/// Uses the document.
package enum Using: StepKind {
  package static let name: StageName = "using@1"
  package static let takes: [Topic] = [TypedTopic.document.topic]
  package static let gives: [Topic] = []
}

/// A stage whose settings name its outcomes, so that any flow can be walked.
package struct Step<Kind: StepKind>: Stage {
  package struct Settings: Record {
    let forward: [Name]
    let diverting: [Name]
    let optional: [Name]

    package init(_ form: inout Form) {
      forward = form("forward", in: 1...9, sv: "Vidare", en: "Forward")
      diverting = form("diverting", sv: "Avvikande mening", en: "Diverting")
      optional = form("optional", sv: "Valbara", en: "Optional")
    }
  }

  package static var name: StageName { Kind.name }
  package static var title: Text { Text(sv: "Steg", en: "Step") }
  package static var help: Text { Text(sv: "Ett steg.", en: "A step.") }
  package static var acts: [any Act<Self>.Type] { [Finish<Kind>.self, Later<Kind>.self] }
  package static var takes: [Topic] { Kind.takes }
  package static var gives: [Topic] { Kind.gives }
  package static var examples: [Example] { [] }

  package static func outcomes(_ settings: Settings) -> [Outcome] {
    settings.forward.map { .forward($0.description, sv: "vidare", en: "forward") }
      + settings.diverting.map { .diverting($0.description, sv: "avviker", en: "diverts") }
      + settings.optional.map { .optional($0.description, sv: "valbart", en: "optional") }
  }

  private let outcomes: [Outcome]
  private let owner: Body
  private let used: Version?
  fileprivate(set) var finished: Finish<Kind>?
  fileprivate(set) var reports: [Int] = []
  package private(set) var closes: CivilDate?

  package init(_ settings: Settings, _ opening: Opening) {
    outcomes = Self.outcomes(settings)
    owner = opening.owner
    used = opening.take(.document)
    closes = opening.closes
  }

  package mutating func extend(to closes: CivilDate) {
    self.closes = closes
  }

  package var outcome: Outcome? {
    finished.flatMap { act in outcomes.first { $0.name == act.outcome.description } }
  }

  package var owes: [Owed] { finished == nil ? [Owed("finish", by: owner)] : [] }

  package var given: [Given] {
    guard let finished else { return [] }
    var all: [Given] = []
    if !Kind.gives.isEmpty {
      all.append(Given(.document, Version("text", finished.version?.description ?? "1")))
    }
    if let day = finished.appliesFrom { all.append(Given(.appliesFrom, day)) }
    return all
  }

  // Everything that it knows, so that two states can be compared by what they show.
  package var summary: Summary {
    let known = "\(reports) \(finished?.outcome.description ?? "-") \(used?.description ?? "-")"
    return Summary(line: Text("\(known) \(closes?.description ?? "-")"))
  }

  fileprivate func offers(_ name: Name) -> Bool {
    outcomes.contains { $0.name == name.description }
  }
}

/// Ends the step by an outcome.
package struct Finish<Kind: StepKind>: Act {
  package typealias Target = Step<Kind>
  package static var name: String { "finish" }
  package static var title: Text { Text(sv: "Avsluta", en: "Finish") }

  let outcome: Name
  let version: Name?
  let appliesFrom: CivilDate?

  package init(_ form: inout Form) {
    outcome = form("outcome", sv: "Resultat", en: "Outcome")
    version = form("version", sv: "Version", en: "Version")
    appliesFrom = form("applies-from", sv: "Gäller från", en: "Applies from")
  }

  package func faults(in step: Step<Kind>, _ said: Said) -> [Fault] {
    step.offers(outcome)
      ? [] : [Fault("step/no-such-outcome", at: "outcome", sv: "finns inte", en: "there is none")]
  }

  package func fold(into step: inout Step<Kind>, _ said: Said) {
    step.finished = self
  }
}

/// Says something and leaves the step open.
package struct Later<Kind: StepKind>: Act {
  package typealias Target = Step<Kind>
  package static var name: String { "later" }
  package static var title: Text { Text(sv: "Avvakta", en: "Wait") }

  package init(_ form: inout Form) {}

  package func fold(into step: inout Step<Kind>, _ said: Said) {
    step.reports.append(said.number)
  }
}
