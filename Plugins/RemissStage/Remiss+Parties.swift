import StageKit

extension Remiss {
  /// Asks more parties; also before the window opens and after it has closed.
  struct Invite: Act {
    static let name = "invite"
    static let title = Text(sv: "Lägg till remissinstans", en: "Invite a party")
    static let isPossibleBeforeOpening = true
    let parties: [Body]
    let note: Prose?

    init(_ form: inout Form) {
      parties = form("party", in: 1...500, sv: "Remissinstans", en: "Party")
      note = form("note", in: 1...2_000, sv: "Anteckning", en: "Note")
    }

    func faults(in remiss: Remiss, _ said: Said) -> [Fault] {
      let asked = Set(remiss.responses.asked)
      return .namedTwice(parties)
        + parties.indices.filter { asked.contains(parties[$0]) }.map { index in
          Fault(
            "remiss/already-asked", at: ["party", .index(index)],
            sv: "\(parties[index]) är redan remissinstans",
            en: "\(parties[index]) is asked already")
        }
    }

    func fold(into remiss: inout Remiss, _ said: Said) {
      remiss.responses.ask(parties)
    }
  }

  /// Asks a party no longer, such as one that has ceased to exist.
  struct Uninvite: Act {
    static let name = "uninvite"
    static let title = Text(sv: "Ta bort remissinstans", en: "Uninvite a party")
    static let isPossibleBeforeOpening = true
    let parties: [Body]
    let reason: String

    init(_ form: inout Form) {
      parties = form("party", in: 1...500, sv: "Remissinstans", en: "Party")
      reason = form("reason", in: 1...2_000, sv: "Skäl", en: "Reason")
    }

    func faults(in remiss: Remiss, _ said: Said) -> [Fault] {
      let asked = Set(remiss.responses.asked)
      let answered = Set(remiss.responses.standing.map(\.party))
      return .namedTwice(parties)
        + parties.enumerated().compactMap { index, party in
          if !asked.contains(party) { return .notAsked(party, at: index) }
          guard answered.contains(party) else { return nil }
          return Fault(
            "remiss/has-answered", at: ["party", .index(index)],
            sv: "\(party) har svarat och står kvar i listan",
            en: "\(party) has answered and stays in the list")
        }
    }

    func fold(into remiss: inout Remiss, _ said: Said) {
      remiss.responses.excuse(parties)
      for party in parties {
        remiss.excused.append(Excused(party: party, reason: reason, on: said.on))
      }
    }
  }
}

extension [Fault] {
  /// A party that stands twice in one act.
  static func namedTwice(_ parties: [Body]) -> [Fault] {
    parties.repeatedIndices.map { index in
      Fault(
        "remiss/named-twice", at: ["party", .index(index)],
        sv: "\(parties[index]) är nämnd två gånger", en: "\(parties[index]) is named twice")
    }
  }
}

extension Fault {
  /// A party that is not in the list.
  static func notAsked(_ party: Body, at index: Int) -> Fault {
    Fault(
      "remiss/not-asked", at: ["party", .index(index)], sv: "\(party) är inte remissinstans",
      en: "\(party) is not asked")
  }

  /// What is done before it has opened.
  static func notOpen(_ opens: CivilDate, at place: Place = []) -> Fault {
    Fault(
      "remiss/not-open", at: place, sv: "remissen öppnar \(opens)",
      en: "the consultation opens \(opens)")
  }
}
