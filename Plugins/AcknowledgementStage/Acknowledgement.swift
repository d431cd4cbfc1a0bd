public import StageKit

/// Someone confirms that something has been received and is taken care of from now on.
///
/// For each of several, it shows who has and who has not: the drug committees that take over when a
/// national cooperation ends, the regions that are told of a decision.
public struct Acknowledgement: Stage {
  /// The name in definitions.
  public static let name: StageName = "acknowledgement@1"
  /// What a person sees.
  public static let title = Text(sv: "Bekräftelse", en: "Acknowledgement")
  /// What it is for.
  public static let help = Text(
    sv: "Mottagaren bekräftar att frågan är mottagen och tas om hand. Det syns vilka som har "
      + "bekräftat och vilka som inte har det.",
    en: "The receiver confirms that the matter has been received and is taken care of. It shows "
      + "who has confirmed and who has not.")
  /// Its acts.
  public static let acts: [any Act<Acknowledgement>.Type] = [Confirm.self]
  /// The codes that an act can be refused with.
  public static let refusals: [String] = [
    "acknowledgement/acknowledged", "acknowledgement/no-source",
  ]

  /// It is confirmed.
  public static func outcomes(_ settings: NoSettings) -> [Outcome] { [acknowledged] }

  private static let acknowledged = Outcome.forward(
    "acknowledged", sv: "Mottagen", en: "Acknowledged")

  let owner: Body
  var confirmed: Confirmed?

  /// What was said, by whom and when.
  struct Confirmed: Sendable, Equatable {
    let act: Confirm
    let by: Body
    let on: CivilDate
  }

  /// Confirms it.
  struct Confirm: Act {
    static let name = "acknowledge"
    static let title = Text(sv: "Bekräfta mottagandet", en: "Acknowledge")
    let note: String?
    let source: String?

    init(_ form: inout Form) {
      note = form("note", in: 1...2_000, sv: "Kommentar", en: "Note")
      source = form(
        "source", in: 1...1_000, sv: "Källa", en: "Source",
        help: Text(
          sv: "Krävs när någon annan än mottagaren bekräftar.",
          en: "Owed when another than the receiver confirms."))
    }

    func faults(in stage: Acknowledgement, _ said: Said) -> [Fault] {
      var faults: [Fault] = []
      if let confirmed = stage.confirmed {
        faults.append(
          Fault(
            "acknowledgement/acknowledged",
            sv: "det bekräftades redan \(confirmed.on): rätta det i stället",
            en: "it was acknowledged \(confirmed.on): correct that"))
      }
      if said.by != stage.owner, source == nil {
        faults.append(
          Fault(
            "acknowledgement/no-source", at: "source",
            sv: "ange var uppgiften finns, när \(stage.owner) inte lämnar den själv",
            en: "say where it was found, since it is not \(stage.owner) that reports"))
      }
      return faults
    }

    func fold(into stage: inout Acknowledgement, _ said: Said) {
      stage.confirmed = Confirmed(act: self, by: said.by, on: said.on)
    }
  }

  /// Opens an attempt.
  public init(_ settings: NoSettings, _ opening: Opening) {
    owner = opening.owner
  }

  /// Acknowledged, once it is.
  public var outcome: Outcome? { confirmed == nil ? nil : Self.acknowledged }

  /// The owner its confirmation.
  public var owes: [Owed] { confirmed == nil ? [Owed("acknowledge", by: owner)] : [] }

  /// Who confirmed it, and when.
  public var summary: Summary {
    guard let confirmed else { return Summary() }
    let title = Self.acknowledged.title
    return Summary(
      standing: title,
      line: Text(sv: "\(title.sv) \(confirmed.on)", en: "\(title.en) \(confirmed.on)"),
      source: confirmed.by == owner ? nil : confirmed.act.source,
      facts: confirmed.act.note.map { [.init(sv: "Kommentar", en: "Note", Text($0))] } ?? [])
  }
}
