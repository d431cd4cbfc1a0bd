public import StageKit

/// Hands a document over to a body that carries it on in a case of its own, and mirrors the result.
///
/// Stands in a run `for-each`, so that each lane points at a case on the body's own pipeline: who
/// looks at the lanes sees all bodies side by side, however each of them works.
public struct Handover: Stage {
  /// What a definition says of it.
  public struct Settings: Record {
    let pipeline: Name
    let stage: Name
    /// The outcomes of that stage that are a result; others are told as they come.
    let results: [Result]
    /// The outcomes of its other stages that end it: then it is declined.
    let declinedBy: [Name]

    /// Asks for the pipeline, the stage and the results.
    public init(_ form: inout Form) {
      pipeline = form("pipeline", sv: "Mottagarens process", en: "The receiver's pipeline")
      stage = form("stage", sv: "Fas som ger resultatet", en: "Stage that gives the result")
      results = form("results", in: 1...12, sv: "Resultat", en: "Results")
      declinedBy = form(
        "declined-by", in: 0...10, sv: "Resultat i andra faser som avslutar", en: "Ended by",
        help: Text(
          sv: "Mottagarens ärende slutar med dem före den fasen: det tillämpas inte.",
          en: "The receiver's case ends with them before that stage: it is declined."))
    }
  }

  /// The name in definitions.
  public static let name: StageName = "handover@1"
  /// What a person sees.
  public static let title = Text(sv: "Överlämning", en: "Handover")
  /// What it is for.
  public static let help = Text(
    sv: "Lämnas över till var och en, som arbetar vidare i ett eget ärende på sitt eget sätt. "
      + "Resultatet av det ärendet syns här.",
    en: "Handed over to each, who carries on in a case of its own and in its own way. "
      + "The result of that case is seen here.")
  /// What it uses: the document that is handed over.
  public static let takes: [Topic] = [TypedTopic.document.topic]
  /// Its acts.
  public static let acts: [any Act<Handover>.Type] = [Receive.self, Mirror.self, Report.self]
  /// The codes that an act can be refused with.
  public static let refusals = [
    "handover/no-source", "handover/other-case", "handover/not-a-result",
  ]

  /// The results of the settings, each forward: what the receiver decides stops nobody else.
  public static func outcomes(_ settings: Settings) -> [Outcome] {
    settings.results.map { .forward($0.rawValue, sv: $0.title.sv, en: $0.title.en) }
  }

  /// The receiver's pipeline, and its stage that gives the result.
  public static func carrier(_ settings: Settings) -> Carrier? {
    Carrier(settings.pipeline, stage: settings.stage)
  }

  /// A result that is named twice, and what would give one that is not there.
  public static func faults(in settings: Settings) -> [Fault] {
    var faults = settings.results.repeatedIndices.map { index in
      let result = settings.results[index]
      return Fault(
        "handover/repeated-result", at: ["results", .index(index)],
        sv: "'\(result.rawValue)' står redan ovanför", en: "'\(result.rawValue)' is above already")
    }
    if !settings.declinedBy.isEmpty, !settings.results.contains(.declined) {
      faults.append(
        Fault(
          "handover/no-declined", at: "declined-by",
          sv: "'declined' finns inte bland resultaten",
          en: "'declined' is not among the results",
          help: Text(sv: "skriv declined under results:", en: "write declined under results:")))
    }
    return faults
  }

  let settings: Settings
  let owner: Body
  /// The document as it was handed over, in its version.
  let document: Version?
  /// The case that carries it on.
  var carriedBy: Name?
  /// What that case has told, in order.
  var told: [Told] = []
  /// The result, and where it comes from.
  var result: Reported?

  /// Opens an attempt.
  public init(_ settings: Settings, _ opening: Opening) {
    self.settings = settings
    owner = opening.owner
    document = opening.take(.document)
  }

  /// The result, once there is one.
  public var outcome: Outcome? {
    result.flatMap { result in
      Self.outcomes(settings).first { $0.name == result.result.rawValue }
    }
  }

  /// The receiver owes a beginning; once a case carries it, that case reminds.
  public var owes: [Owed] {
    outcome == nil && carriedBy == nil ? [Owed("receive", by: owner)] : []
  }
}
