public import StageKit

/// An agreement that runs out: it is watched until it ends.
///
/// A prolonged agreement, or a new one in its place, moves the last day and does not end the stage, so
/// that reminders go on from the new day.
public struct Agreement: Stage {
  /// The name in definitions.
  public static let name: StageName = "agreement@1"
  /// What a person sees.
  public static let title = Text(sv: "Avtal", en: "Agreement")
  /// What it is for.
  public static let help = Text(
    sv: "Ett avtal bevakas tills det upphör. Förlängs det, eller tecknas ett nytt, förlängs tiden "
      + "till den nya sista dagen, och påminnelserna räknas därifrån.",
    en: "An agreement is watched until it ends. Where it is prolonged, or a new one is signed, the "
      + "time is extended to the new last day, and reminders are counted from there.")
  /// Its acts.
  public static let acts: [any Act<Agreement>.Type] = [End.self]
  /// The codes that an act can be refused with.
  public static let refusals: [String] = ["agreement/ended"]

  /// It has ended.
  public static func outcomes(_ settings: NoSettings) -> [Outcome] { [ended] }

  private static let ended = Outcome.forward("ended", sv: "Upphör", en: "Ends")

  let owner: Body
  var ending: Ending?

  /// That it ends, why, and when that was said.
  struct Ending: Sendable, Equatable {
    let act: End
    let on: CivilDate
  }

  /// Says that the agreement ends and is not followed by another.
  struct End: Act {
    static let name = "end"
    static let title = Text(sv: "Registrera att avtalet upphör", en: "Register that it ends")
    let cause: Cause
    let last: CivilDate?
    let note: String?

    init(_ form: inout Form) {
      cause = form("cause", sv: "Hur det upphör", en: "How it ends")
      last = form(
        "last-day", sv: "Avtalets sista dag", en: "Its last day",
        help: Text(
          sv: "Om en annan än den som avtalet hade.", en: "Where it is another than it had."))
      note = form("note", in: 1...2_000, sv: "Kommentar", en: "Note")
    }

    func faults(in stage: Agreement, _ said: Said) -> [Fault] {
      guard let ending = stage.ending else { return [] }
      return [
        Fault(
          "agreement/ended", sv: "det registrerades redan \(ending.on): rätta det i stället",
          en: "it was registered \(ending.on) already: correct that instead")
      ]
    }

    func fold(into stage: inout Agreement, _ said: Said) {
      stage.ending = Ending(act: self, on: said.on)
    }
  }

  /// How an agreement ends.
  enum Cause: String, Choice {
    case expires, terminated
    case notNeeded = "not-needed"

    var title: Text {
      switch self {
      case .expires: Text(sv: "Löper ut", en: "Expires")
      case .terminated: Text(sv: "Sägs upp", en: "Is terminated")
      case .notNeeded: Text(sv: "Behövs inte längre", en: "Is no longer needed")
      }
    }
  }

  /// Opens an attempt.
  public init(_ settings: NoSettings, _ opening: Opening) {
    owner = opening.owner
  }

  /// Ended, once that is said.
  public var outcome: Outcome? { ending == nil ? nil : Self.ended }

  /// The owner to say whether it ends.
  public var owes: [Owed] {
    ending == nil ? [.settlement(by: owner)] : []
  }

  /// How it ends, and when.
  public var summary: Summary {
    guard let act = ending?.act else { return Summary() }
    return Summary(
      standing: Self.ended.title, line: act.cause.title,
      facts: [
        act.last.map { .init(sv: "Avtalets sista dag", en: "Its last day", $0.written) },
        act.note.map { .init(sv: "Kommentar", en: "Note", Text($0)) },
      ].compactMap(\.self))
  }
}

extension Owed {
  /// That the body settles what becomes of the agreement.
  static func settlement(by body: Body) -> Owed {
    Owed(
      "end", by: body,
      titled: Text(
        sv: "Avgör om avtalet förlängs eller upphör",
        en: "Settle whether the agreement goes on or ends"))
  }
}
