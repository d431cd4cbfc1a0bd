public import StageKit

extension Reply {
  /// How far the answer has come, and who disagrees.
  public var summary: Summary {
    Summary(
      standing: state.title, line: line, facts: facts,
      tables: [answers] + (disagreements.isEmpty ? [] : [disagreementTable]))
  }

  private var line: Text {
    let open = disagreements.count { $0.settled == nil }
    let title = lateTitle ?? state.title
    guard open > 0 else { return title }
    return Text(
      sv: "\(title.sv), \(open) \(open == 1 ? "meningsskiljaktighet" : "meningsskiljaktigheter")",
      en: "\(title.en), \(open) disagreement\(open == 1 ? "" : "s")")
  }

  // A month that holds the last day may have been in time.
  private var lateTitle: Text? {
    guard case .sent(_, let on)? = ending, let closes, on.firstDay > closes.lastDay else {
      return nil
    }
    return Text(sv: "Skickad efter sista dag", en: "Sent after the last day")
  }

  private var facts: [Summary.Fact] {
    var sending: [Summary.Fact?] = []
    switch ending {
    case .sent(let act, let on)?:
      sending = [
        .init(sv: "Skickad", en: "Sent", Text(on.description)),
        act.diaryNumber.map { .init(sv: "Diarienummer", en: "Diary number", Text($0)) },
      ]
    case .abstained(let act, _)?:
      sending = [.init(sv: "Skäl", en: "Reason", Text(act.reason))]
    case nil: break
    }
    let facts: [Summary.Fact?] =
      [
        draft.map { .init(sv: "Utkast", en: "Draft", Text("\($0.act.at), \($0.on)")) },
        draft?.act.stance.map { .init(sv: "Ställningstagande", en: "Stance", $0.title) },
        approval.map { .init(sv: "Godkänd", en: "Approved", Text($0.on.description)) },
      ] + sending
    return facts.compactMap(\.self)
  }

  private var answers: Summary.Table {
    var parties: [Body] = []
    if case .sent(let act, _)? = ending { parties = act.parties }
    return Summary.Table(
      "answers", sv: "Remissvar", en: "Answer",
      columns: [
        .init("party", sv: "Lämnas för", en: "Given for"),
        .init("state", sv: "Läge", en: "State"),
        .init("assigned", sv: "Tilldelad", en: "Assigned to"),
        .init("deadline", sv: "Utkast senast", en: "Draft by"),
        .init("due", sv: "Svar senast", en: "Answer by"),
        .init("stance", sv: "Ställningstagande", en: "Stance"),
        .init("approved-by", sv: "Godkänd av", en: "Approved by"),
      ],
      rows: [
        [
          parties.isEmpty ? Cell(owner) : Cell(parties), Cell(state), Cell(assignment?.act.to),
          Cell(assignment?.act.deadline), Cell(closes), Cell(draft?.act.stance),
          Cell(approval?.by),
        ]
      ])
  }

  private var disagreementTable: Summary.Table {
    Summary.Table(
      "disagreements", sv: "Meningsskiljaktigheter", en: "Disagreements",
      columns: [
        .init("number", sv: "Nr", en: "No"), .init("party", sv: "Avvikande mening", en: "Who"),
        .init("reported", sv: "Rapporterad", en: "Reported"),
        .init("what", sv: "Gäller", en: "About"), .init("settled", sv: "Hanterad", en: "Settled"),
        .init("settled-by", sv: "Av", en: "By"),
        .init("note", sv: "Ställningstagande", en: "How"),
      ],
      rows: disagreements.map { one in
        [
          Cell(one.number), Cell(one.body), Cell(one.on), Cell(one.what), Cell(one.settled?.on),
          Cell(one.settled?.by), Cell(one.settled?.note),
        ]
      })
  }
}
