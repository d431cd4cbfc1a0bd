public import StageKit

/// A body outside assesses what something is worth for what it costs, and the others wait for it.
///
/// The assessor sets its own pace and may find nothing to assess: a company that declines is an
/// answer, and what follows goes on with it.
public struct Assessment: Stage {
  /// What a definition may say.
  public struct Settings: Record {
    let assessor: String?
    let document: Name

    /// Asks for the settings.
    public init(_ form: inout Form) {
      assessor = form(
        "assessor", in: 1...80, sv: "Värderas av", en: "Assessed by",
        help: Text(
          sv: "Så som namnet skrivs i löptext, till exempel TLV.",
          en: "As in running text, such as TLV.")
      )
      document = form(
        "document", default: "health-economic-assessment", sv: "Dokument", en: "Document")
    }
  }

  /// The name in definitions.
  public static let name: StageName = "assessment@1"
  /// What a person sees.
  public static let title = Text(sv: "Hälsoekonomisk värdering", en: "Health-economic assessment")
  /// What it is for.
  public static let help = Text(
    sv:
      "En värdering görs av någon utanför samverkan, till exempel TLV. Det syns sedan hur länge man har väntat på "
      + "den. Går det inte att värdera, till exempel för att företaget avstår, anges skälet, och arbetet går "
      + "vidare ändå.",
    en:
      "An assessment is made by a body outside, such as TLV. It is shown since when it is awaited. "
      + "Where nothing can be assessed, as when the company declines, the reason is given and the "
      + "work goes on all the same.")
  /// Its acts.
  public static let acts: [any Act<Assessment>.Type] = [
    Request.self, Receive.self, Decline.self,
  ]
  /// The codes that an act can be refused with.
  public static let refusals: [String] = ["assessment/finished", "assessment/no-note"]
  /// The assessment, by its reference or its day.
  public static let gives: [Topic] = [TypedTopic<Version>.document.topic]

  /// Assessed or not, the work goes on.
  public static func outcomes(_ settings: Settings) -> [Outcome] { [assessed, notAssessable] }

  private static let assessed = Outcome.forward("assessed", sv: "Värderad", en: "Assessed")
  private static let notAssessable = Outcome.forward(
    "not-assessable", sv: "Kan inte värderas", en: "Cannot be assessed")

  let settings: Settings
  let owner: Body
  /// Since when it is awaited: the day it opened, or when it was asked for.
  var since: CivilDate
  var request: Request?
  var finding: Finding?

  /// What came of it.
  enum Finding: Sendable, Equatable {
    case received(Receive, on: CivilDate)
    case declined(Decline, on: CivilDate)
  }

  /// Opens an attempt.
  public init(_ settings: Settings, _ opening: Opening) {
    self.settings = settings
    owner = opening.owner
    since = opening.on
  }

  /// What came of it.
  public var outcome: Outcome? {
    switch finding {
    case nil: nil
    case .received: Self.assessed
    case .declined: Self.notAssessable
    }
  }

  /// The owner the assessment; what is awaited is said with it.
  public var owes: [Owed] {
    finding == nil ? [Owed("receive", by: owner, waiting)] : []
  }

  /// The assessment, once it is there.
  public var given: [Given] {
    guard case .received(let act, let on)? = finding else { return [] }
    // A version's label holds no number sign.
    let written = (act.version ?? "").split(separator: "#").joined()
    let label = written.isEmpty ? on.description : written
    return [Given(.document, Version(settings.document.description, label))]
  }

  /// "Väntar på TLV sedan 2025-05-06".
  var waiting: Text {
    guard let assessor = settings.assessor else {
      return Text(sv: "Väntar på värdering sedan \(since)", en: "Awaited since \(since)")
    }
    return Text(
      sv: "Väntar på \(assessor) sedan \(since)", en: "Waiting for \(assessor) since \(since)")
  }

  /// Since when it is awaited, or what it says.
  public var summary: Summary {
    switch finding {
    case nil:
      let reference = request?.reference.map {
        Summary.Fact(sv: "Begäran", en: "Request", Text($0))
      }
      return Summary(line: waiting, facts: reference.map { [$0] } ?? [])
    case .received(let act, let on):
      let facts: [Summary.Fact?] = [
        .init(sv: "Finns på", en: "Found at", Text(act.at)),
        act.conclusion.map { .init(sv: "Slutsats", en: "Conclusion", Text($0)) },
        act.costPerQALY.map {
          .init(sv: "Kostnad per QALY", en: "Cost per QALY", Text($0))
        },
      ]
      return Summary(
        standing: Self.assessed.title, line: Text(sv: "Värderad \(on)", en: "Assessed \(on)"),
        facts: facts.compactMap(\.self))
    case .declined(let act, let on):
      let title = act.reason.title
      let note = act.note.map { Summary.Fact(sv: "Kommentar", en: "Note", Text($0)) }
      return Summary(
        standing: Self.notAssessable.title,
        line: Text(sv: "\(title.sv), \(on)", en: "\(title.en), \(on)"),
        facts: note.map { [$0] } ?? [])
    }
  }
}
