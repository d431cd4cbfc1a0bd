import StageKit

extension Reply {
  /// Gives somebody the task.
  struct Delegate: Act {
    static let name = "delegate"
    static let title = Text(sv: "Tilldela", en: "Assign")
    let to: Body
    let deadline: CivilDate?

    init(_ form: inout Form) {
      to = form("to", sv: "Till", en: "To")
      deadline = form("deadline", sv: "Utkast senast", en: "Draft by")
    }

    func faults(in stage: Reply, _ said: Said) -> [Fault] { stage.alreadyFinished }

    func fold(into stage: inout Reply, _ said: Said) {
      stage.assignment = Assigned(act: self, on: said.on)
    }
  }

  /// Hands in a draft; a new one has to be approved anew.
  struct Write: Act {
    static let name = "draft"
    static let title = Text(sv: "Lämna utkast", en: "Hand in a draft")
    let at: String
    let stance: Stance?
    let summary: Prose?

    init(_ form: inout Form) {
      at = form(
        "at", in: 1...1_000, sv: "Finns på", en: "Found at",
        help: Text(sv: "Länk eller filnamn.", en: "A link or the name of a file."))
      stance = form("stance", sv: "Ställningstagande", en: "Stance")
      summary = form("summary", in: 1...20_000, sv: "Sammanfattning", en: "Summary")
    }

    func faults(in stage: Reply, _ said: Said) -> [Fault] { stage.alreadyFinished }

    func fold(into stage: inout Reply, _ said: Said) {
      stage.draft = Drafted(act: self, by: said.by, on: said.on)
      stage.approval = nil
    }
  }

  /// Reports a substantial disagreement.
  struct Disagree: Act {
    static let name = "disagree"
    static let title = Text(
      sv: "Rapportera betydande meningsskiljaktighet", en: "Report substantial disagreement")
    let body: Body
    let what: Prose

    init(_ form: inout Form) {
      body = form("body", sv: "Avvikande mening", en: "Who disagrees")
      what = form("what", in: 1...20_000, sv: "Vad det gäller", en: "What it is about")
    }

    func faults(in stage: Reply, _ said: Said) -> [Fault] { stage.alreadyFinished }

    func fold(into stage: inout Reply, _ said: Said) {
      stage.disagreements.append(
        Disagreement(number: said.number, body: body, what: what, on: said.on))
    }
  }

  /// Says how the disagreements that are open were settled.
  struct Settle: Act {
    static let name = "settle"
    static let title = Text(
      sv: "Registrera hur meningsskiljaktigheten hanterades", en: "Settle the disagreement")
    let note: Prose
    let body: Body?

    init(_ form: inout Form) {
      note = form("note", in: 1...20_000, sv: "Ställningstagande", en: "How it was settled")
      body = form(
        "body", sv: "Avvikande mening", en: "Whose",
        help: Text(sv: "Alla öppna, om ingen anges.", en: "All that are open, unless given."))
    }

    func faults(in stage: Reply, _ said: Said) -> [Fault] {
      guard !stage.disagreements.contains(where: matches) else { return stage.alreadyFinished }
      return stage.alreadyFinished + [
        Fault(
          "reply/nothing-to-settle", at: "body",
          sv: "här finns ingen öppen meningsskiljaktighet",
          en: "there is no open disagreement here")
      ]
    }

    func fold(into stage: inout Reply, _ said: Said) {
      for index in stage.disagreements.indices where matches(stage.disagreements[index]) {
        stage.disagreements[index].settled = .init(note: note, by: said.by, on: said.on)
      }
    }

    private func matches(_ one: Disagreement) -> Bool {
      one.settled == nil && (body == nil || one.body == body)
    }
  }

  /// Approves the draft.
  struct Approve: Act {
    static let name = "approve"
    static let title = Text(sv: "Godkänn utkastet", en: "Approve the draft")
    let by: Body?

    init(_ form: inout Form) {
      by = form(
        "by", sv: "Godkänns av", en: "Approved by",
        help: Text(
          sv: "Den som registrerar, om inget annat anges.",
          en: "Who registers it, unless another is given."))
    }

    func faults(in stage: Reply, _ said: Said) -> [Fault] {
      guard stage.draft == nil else { return stage.alreadyFinished }
      return stage.alreadyFinished + [
        Fault("reply/no-draft", sv: "det finns inget utkast", en: "there is no draft")
      ]
    }

    func fold(into stage: inout Reply, _ said: Said) {
      stage.approval = Approved(by: by ?? said.by, on: said.on)
    }
  }

  /// Sends the answer.
  struct Send: Act {
    static let name = "send"
    static let title = Text(sv: "Registrera att svaret är skickat", en: "Register as sent")
    let parties: [Body]
    let diaryNumber: String?

    init(_ form: inout Form) {
      parties = form(
        "parties", in: 0...50, sv: "Lämnas för", en: "Given for",
        help: Text(sv: "Krävs för ett samordnat svar.", en: "Owed for a joint response."))
      diaryNumber = form("diary-number", in: 1...100, sv: "Diarienummer", en: "Diary number")
    }

    func faults(in stage: Reply, _ said: Said) -> [Fault] {
      var faults = stage.alreadyFinished
      if stage.approval == nil {
        faults.append(
          Fault(
            "reply/not-approved", sv: "svaret är inte godkänt",
            en: "the answer is not approved"))
      }
      if stage.settings.joint, parties.isEmpty {
        faults.append(
          Fault(
            "reply/no-parties", at: "parties",
            sv: "ange för vilka det samordnade svaret lämnas",
            en: "say for whom the joint response is given"))
      }
      if let open = stage.disagreements.first(where: { $0.settled == nil }) {
        faults.append(
          Fault(
            "reply/unsettled",
            sv: "meningsskiljaktigheten som \(open.body) rapporterade \(open.on) är inte hanterad",
            en: "the disagreement that \(open.body) reported \(open.on) is not settled"))
      }
      return faults
    }

    func fold(into stage: inout Reply, _ said: Said) {
      stage.ending = .sent(self, on: said.on)
    }
  }

  /// Leaves the consultation unanswered.
  struct Abstain: Act {
    static let name = "abstain"
    static let title = Text(sv: "Avstå från att svara", en: "Do not answer")
    let reason: String

    init(_ form: inout Form) {
      reason = form("reason", in: 1...2_000, sv: "Skäl", en: "Reason")
    }

    func faults(in stage: Reply, _ said: Said) -> [Fault] { stage.alreadyFinished }

    func fold(into stage: inout Reply, _ said: Said) {
      stage.ending = .abstained(self, on: said.on)
    }
  }

  private var alreadyFinished: [Fault] {
    let on: CivilDate
    switch ending {
    case nil: return []
    case .sent(_, let day), .abstained(_, let day): on = day
    }
    let title = state.title
    return [
      Fault(
        "reply/finished",
        sv: "arbetet med svaret avslutades \(on) (\(title.sv.lowercased())): rätta det i stället",
        en: "it was finished \(on) (\(title.en.lowercased())): correct that")
    ]
  }
}
