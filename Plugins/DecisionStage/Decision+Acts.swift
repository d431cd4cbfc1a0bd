import StageKit

extension Decision {
  var alreadyDecided: [Fault] {
    guard let decided else { return [] }
    return [
      Fault(
        "decision/decided", sv: "beslut fattades \(decided.on): rätta det i stället",
        en: "it was decided \(decided.on): correct that instead")
    ]
  }

  /// A decision that was put off.
  struct Tabling: Sendable, Equatable {
    let on: CivilDate
    let until: CivilDate?

    /// The state in the words of the minutes.
    var standing: Text {
      guard let until else { return Text(sv: "Bordlagd", en: "Tabled") }
      return Text(sv: "Bordlagd till \(until)", en: "Tabled until \(until)")
    }
  }

  /// Puts the decision off: it stays open.
  struct Table: Act {
    static let name = "table"
    static let title = Text(sv: "Bordlägg", en: "Table")
    let until: CivilDate?
    let reason: Prose?

    init(_ form: inout Form) {
      until = form("until", sv: "Tas upp igen", en: "Taken up again")
      reason = form("reason", in: 1...10_000, sv: "Skäl", en: "Reason")
    }

    func faults(in stage: Decision, _ said: Said) -> [Fault] {
      guard let until, until.lastDay < said.on.firstDay else { return stage.alreadyDecided }
      return stage.alreadyDecided + [
        Fault(
          "decision/until-passed", at: "until",
          sv: "\(until) har redan varit när det bordläggs \(said.on)",
          en: "\(until) is before the day it is tabled, \(said.on)")
      ]
    }

    func fold(into stage: inout Decision, _ said: Said) {
      stage.tablings.append(Tabling(on: said.on, until: until))
    }
  }

  /// A member steps aside for an interest: out of the count and the quorum's denominator.
  struct Recuse: Act {
    static let name = "recuse"
    static let title = Text(sv: "Anmäl jäv och avstå", en: "Recuse")
    let member: Body
    let reason: Prose?

    init(_ form: inout Form) {
      member = form("member", sv: "Ledamot", en: "Member")
      reason = form("reason", in: 1...10_000, sv: "Skäl", en: "Reason")
    }

    func faults(in stage: Decision, _ said: Said) -> [Fault] {
      var faults = stage.alreadyDecided
      if !stage.ballot.electorate.isEmpty { faults += stage.outsider(member) }
      if stage.ballot.recused.contains(member) {
        faults.append(
          Fault(
            "decision/already-recused", at: "member", sv: "\(member) har redan anmält jäv",
            en: "\(member) is recused already"))
      }
      return faults
    }

    func fold(into stage: inout Decision, _ said: Said) {
      stage.ballot.recuse(member)
    }
  }

  /// A member says yes or no; the last position counts.
  struct TakePosition: Act {
    static let name = "position"
    static let title = Text(sv: "Registrera ställningstagande", en: "Register a position")
    let member: Body
    let stance: Ballot.Stance

    init(_ form: inout Form) {
      member = form("member", sv: "Ledamot", en: "Member")
      stance = form("stance", sv: "Ställningstagande", en: "Position")
    }

    func faults(in stage: Decision, _ said: Said) -> [Fault] {
      guard stage.settings.ballot else {
        return [
          Fault(
            "decision/no-ballot",
            sv: "ställningstaganden registreras inte här: registrera beslutet",
            en: "positions are not registered here: register the decision")
        ]
      }
      guard !stage.ballot.electorate.isEmpty else {
        return [
          Fault(
            "decision/no-electorate",
            sv: "sammansättningen av \(stage.owner) är inte känd: registrera beslutet",
            en: "the composition of \(stage.owner) is not known: register the decision")
        ]
      }
      if stage.ballot.standing(of: member) == .recused {
        return stage.alreadyDecided + [
          Fault(
            "decision/recused", at: "member",
            sv: "\(member) är jävig och deltar inte i beslutet",
            en: "\(member) is recused and takes no part in the decision")
        ]
      }
      return stage.alreadyDecided + stage.outsider(member)
    }

    func fold(into stage: inout Decision, _ said: Said) {
      stage.ballot.take(stance, by: member, said)
    }
  }

  private func outsider(_ member: Body) -> [Fault] {
    guard ballot.standing(of: member) == .outside else { return [] }
    return [
      Fault(
        "decision/not-a-member", at: "member",
        sv: "\(member) hade ingen plats i \(owner) när beslutet togs upp",
        en: "\(member) had no seat in \(owner) when the matter was taken up")
    ]
  }
}
