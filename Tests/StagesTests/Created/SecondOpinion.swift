public import StageKit

/// Say here in one sentence what happens in this stage.
public struct SecondOpinion: Stage {
  /// What a definition may say under `with:`.
  public struct Settings: Record {
    let result: Bool

    /// Asks for each setting.
    public init(_ form: inout Form) {
      result = form(
        "result", default: false, sv: "Resultatet ska anges", en: "The result must be told")
    }
  }

  /// The name in `uses:`; what it accepts and does is frozen once the stage is released.
  public static let name: StageName = "second-opinion@1"
  /// What a person sees.
  public static let title = Text(sv: "Second opinion", en: "Second opinion")
  /// What it is for.
  public static let help = Text(
    sv: "Något görs klart, eller läggs ned med ett skäl.",
    en: "Something is finished, or given up with a reason.")
  /// Its acts; one that is not listed does not exist.
  public static let acts: [any Act<SecondOpinion>.Type] = [Finish.self, GiveUp.self]

  // A forward outcome goes on by itself; of a diverting one the definition says where it leads.
  static let finished = Outcome.forward("finished", sv: "Klar", en: "Finished")
  static let givenUp = Outcome.diverting("given-up", sv: "Nedlagd", en: "Given up")

  /// Finished or given up, whatever the settings say.
  public static func outcomes(_ settings: Settings) -> [Outcome] { [finished, givenUp] }

  let settings: Settings
  let owner: Body
  /// How it ended, once it has.
  public private(set) var outcome: Outcome?

  /// Opens an attempt.
  public init(_ settings: Settings, _ opening: Opening) {
    self.settings = settings
    owner = opening.owner
  }

  /// The owner owes the finish, and is reminded of it.
  public var owes: [Owed] {
    outcome == nil ? [Owed("finish", by: owner)] : []
  }

  /// What was to be done is done.
  struct Finish: Act {
    static let name = "finish"
    static let title = Text(sv: "Markera som klart", en: "Finish")
    let result: Prose?

    init(_ form: inout Form) {
      result = form("result", in: 1...2_000, sv: "Resultat", en: "Result")
    }

    func faults(in stage: SecondOpinion, _ said: Said) -> [Fault] {
      guard stage.settings.result, result == nil else { return [] }
      return [
        Fault(
          "second-opinion/no-result", at: "result", sv: "ange resultatet", en: "tell the result")
      ]
    }

    func fold(into stage: inout SecondOpinion, _ said: Said) {
      stage.outcome = SecondOpinion.finished
    }
  }

  /// It is given up.
  struct GiveUp: Act {
    static let name = "give-up"
    static let title = Text(sv: "Lägg ned", en: "Give up")
    let reason: Prose

    init(_ form: inout Form) {
      reason = form("reason", in: 1...2_000, sv: "Skäl", en: "Reason")
    }

    func fold(into stage: inout SecondOpinion, _ said: Said) {
      stage.outcome = SecondOpinion.givenUp
    }
  }
}
