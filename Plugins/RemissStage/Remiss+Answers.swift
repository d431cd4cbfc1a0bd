import StageKit

extension Remiss {
  /// Registers what a party, or several together, have answered.
  ///
  /// It is registered as it came: a stance "no comments" may well bring a remark.
  struct Respond: Act {
    static let name = "respond"
    static let title = Text(sv: "Registrera remissvar", en: "Register an answer")
    let parties: [Body]
    let stance: Stance
    let received: CivilDate?
    let channel: Channel?
    let diaryNumber: String?
    let signatoryRole: String?
    let comments: [CommentRow]
    let summary: Prose?

    init(_ form: inout Form) {
      parties = form(
        "party", in: 1...500, sv: "Remissinstans", en: "Party",
        help: Text(
          sv: "Flera vid ett samordnat remissvar.", en: "Several in a joint response."))
      stance = form("stance", sv: "Ställningstagande", en: "Stance")
      received = form(
        "received", sv: "Inkom", en: "Received",
        help: Text(
          sv: "Om inte samma dag som det registreras.",
          en: "Where it is not the day of registration."))
      channel = form("channel", sv: "Inkom genom", en: "Channel")
      diaryNumber = form("diary-number", in: 1...100, sv: "Diarienummer", en: "Diary number")
      signatoryRole = form(
        "signatory-role", in: 1...200, sv: "Undertecknat av (funktion)", en: "Signatory's role")
      comments = form("comments", in: 0...2_000, sv: "Synpunkter", en: "Comments")
      summary = form("summary", in: 1...20_000, sv: "Sammanfattning", en: "Summary")
    }

    func faults(in remiss: Remiss, _ said: Said) -> [Fault] {
      var faults = [Fault].namedTwice(parties)
      if !remiss.acceptsUnasked {
        let asked = Set(remiss.responses.asked)
        faults += parties.indices.filter { !asked.contains(parties[$0]) }
          .map { .notAsked(parties[$0], at: $0) }
      }
      return faults + remiss.faults(receiving: received, said)
    }

    func fold(into remiss: inout Remiss, _ said: Said) {
      let answer = Answer(
        stance: stance, channel: channel, diaryNumber: diaryNumber, signatoryRole: signatoryRole,
        summary: summary)
      remiss.responses.register(
        answer, from: parties, received: received ?? said.on, number: said.number)
      remiss.comments.add(comments, of: said.number)
    }
  }

  /// Takes an answer back, for all who gave it or for some; it stays in the list, marked.
  struct Withdraw: Act {
    static let name = "withdraw"
    static let title = Text(sv: "Återta remissvar", en: "Withdraw an answer")
    let response: Int
    let reason: String
    let parties: [Body]

    init(_ form: inout Form) {
      response = form("response", in: 1...Int.max, sv: "Svar nr", en: "Answer no")
      reason = form("reason", in: 1...2_000, sv: "Skäl", en: "Reason")
      parties = form(
        "party", in: 0...500, sv: "Remissinstans", en: "Party",
        help: Text(
          sv: "De som lämnar ett samordnat svar, om inte alla.",
          en: "Those who leave a joint response, where not all do."))
    }

    func faults(in remiss: Remiss, _ said: Said) -> [Fault] {
      guard let taken = remiss.responses[response] else {
        return [
          Fault(
            "remiss/unknown-response", at: "response", sv: "det finns inget svar \(response)",
            en: "there is no answer \(response)")
        ]
      }
      if taken.isWithdrawn {
        return [
          Fault(
            "remiss/already-withdrawn", at: "response", sv: "svar \(response) är redan återtaget",
            en: "answer \(response) is withdrawn already")
        ]
      }
      return .namedTwice(parties)
        + parties.enumerated().compactMap { index, party in
          guard !taken.parties.contains(party) || taken.withdrawn.contains(party) else {
            return nil
          }
          return Fault(
            "remiss/not-in-response", at: ["party", .index(index)],
            sv: "\(party) står inte bakom svar \(response)",
            en: "\(party) is not behind answer \(response)")
        }
    }

    func fold(into remiss: inout Remiss, _ said: Said) {
      remiss.responses.withdraw(response, for: parties)
      remiss.withdrawals.append(Withdrawal(response: response, reason: reason, on: said.on))
    }
  }

  /// What is wrong with the day something came; without a day of its own, the day of the act.
  func faults(receiving received: CivilDate?, _ said: Said) -> [Fault] {
    let day = received ?? said.on
    let place: Place = received == nil ? [] : "received"
    if said.on.isSurelyBefore(day) {
      return [
        Fault(
          "remiss/received-later", at: place,
          sv: "\(day) ligger efter dagen för registreringen, \(said.on)",
          en: "\(day) is after the day of registration, \(said.on)")
      ]
    }
    if day.isSurelyBefore(opens) {
      return [.notOpen(opens, at: place)]
    }
    if late == .refuse, responses.isLate(day), let closes = responses.closes {
      return [
        Fault(
          "remiss/late", at: place,
          sv: "sista dag var \(closes); förläng remisstiden om svaret ska tas emot",
          en: "the last day was \(closes); extend the window if the answer is to be accepted")
      ]
    }
    return []
  }
}
