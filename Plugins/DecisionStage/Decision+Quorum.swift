import StageKit

extension Decision.Decide {
  /// What does not add up in how many took part.
  func countFaults(in stage: Decision) -> [Fault] {
    let known = stage.recusedCount
    if let recused, recused < known {
      return [
        Fault(
          "decision/recused-differs", at: "recused",
          sv: "\(known) har anmält jäv, här står \(recused)",
          en: "\(known) are recused, here it says \(recused)")
      ]
    }
    let tally = stage.ballot.tally
    let away = max(recused ?? 0, known)
    let counted = stage.isBallot ? tally.takingPart : nil
    let members = stage.ballot.electorate.count
    var faults: [Fault] = []
    if let present, let counted, present < counted {
      faults.append(
        Fault(
          "decision/present-differs", at: "present",
          sv: "\(counted) ledamöter har tagit ställning, här står \(present)",
          en: "\(counted) members have taken a position, here it says \(present)"))
    }
    // A body whose composition nobody knows is not reckoned with.
    if members > 0, (present ?? counted ?? 0) + away > members {
      let most = max(members - away, 0)
      faults.append(
        Fault(
          "decision/impossible-present", at: present == nil ? "recused" : "present",
          sv: "av \(members) ledamöter avstår \(away) på grund av jäv: högst \(most) kan delta",
          en: "of \(members) members \(away) are recused: at most \(most) can take part"))
    }
    return faults + quorumFaults(in: stage, members, away, present ?? counted)
  }

  private func quorumFaults(
    in stage: Decision, _ members: Int, _ away: Int, _ present: Int?
  ) -> [Fault] {
    guard let quorum = stage.settings.quorum else { return [] }
    let most = max(members - away, 0)
    if members > 0, quorum > most {
      return [
        Fault(
          "decision/impossible-quorum",
          sv: "beslutsförhet kräver \(quorum), men av \(members) ledamöter kan högst \(most) delta",
          en: "the quorum is \(quorum), but of \(members) members at most \(most) can take part")
      ]
    }
    guard let present else {
      return [
        Fault(
          "decision/no-present", at: "present",
          sv: "ange hur många som deltog: \(quorum) krävs för att vara beslutsför",
          en: "say how many took part: the quorum is \(quorum)")
      ]
    }
    guard present < quorum else { return [] }
    return [
      Fault(
        "decision/no-quorum", at: "present",
        sv: "inte beslutsför: \(present) deltog, \(quorum) krävs",
        en: "no quorum: \(present) took part, \(quorum) needed")
    ]
  }
}
