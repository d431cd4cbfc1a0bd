public import StageKit

extension Cooperation {
  /// The decision with its criteria, and what each region wants.
  public var summary: Summary {
    Summary(
      standing: decided?.act.outcome.title, line: line, facts: facts,
      tables: wishes.isEmpty && silent.isEmpty ? [] : [table])
  }

  private var line: Text? {
    if let decided {
      let title = decided.act.outcome.title
      return Text(sv: "\(title.sv), \(decided.on)", en: "\(title.en), \(decided.on)")
    }
    return asked.isEmpty ? nil : answered
  }

  private var facts: [Summary.Fact] {
    let yes = wishes.count { $0.wish == .wants }
    let wanted = Text(
      sv: "\(yes) av \(wishes.count) som har svarat vill samverka",
      en: "\(yes) of the \(wishes.count) who have answered want it")
    let facts: [Summary.Fact?] = [
      wishes.isEmpty ? nil : .init(sv: "Önskemål", en: "Wishes", wanted),
      (decided?.act.criteria).flatMap { criteria in
        criteria.isEmpty
          ? nil
          : .init(
            sv: "Kriterier", en: "Criteria",
            Text(
              sv: criteria.map(\.title.sv).joined(separator: "; "),
              en: criteria.map(\.title.en).joined(separator: "; ")))
      },
      decided?.act.minutes.map {
        .init(sv: "Protokoll och paragraf", en: "Minutes and paragraph", Text($0))
      },
      decided?.act.diaryNumber.map { .init(sv: "Diarienummer", en: "Diary number", Text($0)) },
      decided?.act.reason.map { .init(sv: "Skäl", en: "Reason", Text($0)) },
    ]
    return facts.compactMap(\.self)
  }

  private var table: Summary.Table {
    Summary.Table(
      "wishes", sv: "Regionernas önskemål", en: "The regions' wishes",
      columns: [
        .init("region", sv: "Region", en: "Region"), .init("wish", sv: "Önskemål", en: "Wish"),
        .init("received", sv: "Inkom", en: "Received"), .init("note", sv: "Kommentar", en: "Note"),
      ],
      rows: wishes.map { [Cell($0.region), Cell($0.wish), Cell($0.on), Cell($0.note)] }
        + silent.map { [Cell($0), Cell(sv: "Har inte svarat", en: "No answer"), .none, .none] })
  }
}
