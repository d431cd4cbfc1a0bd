public import StageKit

/// What is to be introduced is bought first: a contract is awarded, or the procurement is cancelled.
public struct Procurement: Stage {
  /// The name in definitions.
  public static let name: StageName = "procurement@1"
  /// What a person sees.
  public static let title = Text(sv: "Upphandling", en: "Procurement")
  /// What it is for.
  public static let help = Text(
    sv: "Regionen upphandlar det som ska införas.", en: "The region procures what is introduced.")
  /// Its acts.
  public static let acts: [any Act<Procurement>.Type] = [Award.self, Cancel.self]
  /// What was recommended.
  public static let takes: [Topic] = [TypedTopic<Version>.recommendation.topic]

  static let awarded = Outcome.forward("awarded", sv: "Avtal tecknat", en: "Contract awarded")
  static let cancelled = Outcome.diverting("cancelled", sv: "Avbruten", en: "Cancelled")

  /// Awarded or cancelled.
  public static func outcomes(_ settings: NoSettings) -> [Outcome] { [awarded, cancelled] }

  let owner: Body
  /// How it ended, once it has.
  public private(set) var outcome: Outcome?

  /// Opens an attempt.
  public init(_ settings: NoSettings, _ opening: Opening) {
    owner = opening.owner
  }

  /// The owner owes a contract.
  public var owes: [Owed] {
    outcome == nil ? [Owed("award", by: owner)] : []
  }

  /// A contract is awarded.
  struct Award: Act {
    static let name = "award"
    static let title = Text(sv: "Teckna avtal", en: "Award")
    let supplier: String
    let bids: Int?

    init(_ form: inout Form) {
      supplier = form("supplier", in: 1...200, sv: "Leverantör", en: "Supplier")
      bids = form("bids", in: 1...100, sv: "Antal anbud", en: "Number of bids")
    }

    func fold(into stage: inout Procurement, _ said: Said) {
      stage.outcome = Procurement.awarded
    }
  }

  /// It is given up.
  struct Cancel: Act {
    static let name = "cancel"
    static let title = Text(sv: "Avbryt", en: "Cancel")
    let reason: String

    init(_ form: inout Form) {
      reason = form("reason", in: 1...2_000, sv: "Skäl", en: "Reason")
    }

    func fold(into stage: inout Procurement, _ said: Said) {
      stage.outcome = Procurement.cancelled
    }
  }
}
