import StageKit

extension Decision {
  /// A decision that was taken.
  struct Decided: Sendable, Equatable {
    let outcome: Name
    let decider: Body
    let on: CivilDate
    let minutes: String?
    let diaryNumber: String?
    let present: Int?
    let recused: Int

    /// Who decided, when, and where it stands in the minutes.
    var reference: Version {
      // A version's label holds no number sign; people write "#41" for a paragraph.
      let paragraph = (minutes ?? "").split(separator: "#").joined(separator: "§")
      return Version(
        decider.description, paragraph.isEmpty ? on.description : "\(on) \(paragraph)")
    }
  }

  /// The body's decision, as the minutes have it.
  struct Decide: Act {
    static let name = "decide"
    static let title = Text(sv: "Registrera beslut", en: "Register the decision")
    let outcome: Name
    let minutes: String?
    let diaryNumber: String?
    let decider: Body?
    let reason: Prose?
    let present: Int?
    let recused: Int?

    init(_ form: inout Form) {
      outcome = form("outcome", sv: "Beslut", en: "Decision")
      minutes = form(
        "minutes", in: 1...200, sv: "Protokoll och paragraf", en: "Minutes and paragraph")
      diaryNumber = form("diary-number", in: 1...100, sv: "Diarienummer", en: "Diary number")
      decider = form(
        "decider", sv: "Beslutas av", en: "Decided by",
        help: Text(
          sv: "Den som registrerar, om inget annat anges.",
          en: "Who registers it, unless another is given."))
      reason = form(
        "reason", in: 1...10_000, sv: "Skäl", en: "Reason",
        help: Text(
          sv: "Krävs vid återremiss, avslag och lika röstetal.",
          en: "Owed when referred back, rejected or tied."))
      present = form(
        "present", in: 1...1_000, unit: Text(sv: "ledamöter", en: "members"),
        sv: "Deltog i beslutet", en: "Took part")
      recused = form(
        "recused", in: 0...1_000, unit: Text(sv: "ledamöter", en: "members"),
        sv: "Avstod på grund av jäv", en: "Recused")
    }

    func fold(into stage: inout Decision, _ said: Said) {
      stage.decided = Decided(
        outcome: outcome, decider: decider ?? said.by, on: said.on, minutes: minutes,
        diaryNumber: diaryNumber,
        present: present ?? (stage.isBallot ? stage.ballot.tally.takingPart : nil),
        recused: max(recused ?? 0, stage.recusedCount))
    }

    func faults(in stage: Decision, _ said: Said) -> [Fault] {
      stage.alreadyDecided + outcomeFaults(in: stage) + countFaults(in: stage)
        + ballotFaults(in: stage)
    }

    private var isReferral: Bool { outcome.description == "refer-back" }
    private var isRejection: Bool { outcome.description == "reject" }

    private func outcomeFaults(in stage: Decision) -> [Fault] {
      let names = Decision.outcomes(stage.settings).map(\.name)
      guard names.contains(outcome.description) else {
        let list = names.joined(separator: ", ")
        return [
          Fault(
            "decision/unknown-outcome", at: "outcome",
            sv: "'\(outcome)' kan inte beslutas här, välj bland \(list)",
            en: "'\(outcome)' cannot be decided here, choose among \(list)"
          ).choosing(among: names)
        ]
      }
      guard isReferral || isRejection, reason == nil else { return [] }
      return [
        Fault(
          "decision/no-reason", at: "reason",
          sv: isReferral ? "skriv vad som ska göras om" : "skriv varför det inte fastställs",
          en: isReferral ? "write what is to be done again" : "write why it is not adopted")
      ]
    }

    private func ballotFaults(in stage: Decision) -> [Fault] {
      // To refer back is decided before the proposal itself, so the positions do not bind it.
      guard stage.isBallot, !isReferral else { return [] }
      let tally = stage.ballot.tally
      let counted = Text(
        sv: "\(tally.inFavour) för, \(tally.against) emot, \(tally.abstaining) avstår",
        en: "\(tally.inFavour) for, \(tally.against) against, \(tally.abstaining) abstaining")
      switch stage.ballot.verdict(by: stage.settings.rule) {
      case nil:
        return [
          Fault(
            "decision/no-positions", at: "outcome",
            sv: "ingen ledamot har tagit ställning: registrera ställningstagandena först",
            en: "no member has taken a position: register the positions first")
        ]
      case .carried where isRejection:
        return [
          Fault(
            "decision/carried", at: "outcome", sv: "förslaget har bifallits: \(counted.sv)",
            en: "the proposal is carried: \(counted.en)")
        ]
      case .lost where !isRejection:
        let rule = stage.settings.rule.title
        return [
          Fault(
            "decision/not-carried", at: "outcome",
            sv: "förslaget har inte bifallits: \(counted.sv) (\(rule.sv.lowercased()) krävs)",
            en: "the proposal is not carried: \(counted.en) (\(rule.en.lowercased()) needed)")
        ]
      case .tied where reason == nil && !isRejection:
        return [
          Fault(
            "decision/tied", at: "reason",
            sv: "lika många för som emot: skriv vem som hade utslagsröst",
            en: "as many for as against: write who had the casting vote")
        ]
      case .carried, .lost, .tied: return []
      }
    }
  }
}
