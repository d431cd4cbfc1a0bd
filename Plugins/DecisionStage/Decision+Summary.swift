public import StageKit

extension Decision {
  /// What was decided, by whom, where it stands; who has taken which position.
  public var summary: Summary {
    Summary(
      standing: outcome?.title ?? tablings.last.map { _ in Text(sv: "Bordlagd", en: "Tabled") },
      line: line, facts: facts, tables: isBallot ? [positionTable] : [])
  }

  private var line: Text? {
    if let decided, let title = outcome?.title {
      let minutes = decided.minutes.map { ", \($0)" } ?? ""
      return Text(
        sv: "\(title.sv) \(decided.on) av \(decided.decider)\(minutes)",
        en: "\(title.en) \(decided.on) by \(decided.decider)\(minutes)")
    }
    if let tabling = tablings.last { return tabling.standing }
    guard isBallot else { return nil }
    let tally = ballot.tally
    return Text(
      sv: "\(tally.takingPart) av \(tally.entitled) har tagit ställning",
      en: "\(tally.takingPart) of \(tally.entitled) have taken a position")
  }

  private var facts: [Summary.Fact] {
    let facts: [Summary.Fact?] = [
      document.map { .init(sv: "Underlag", en: "Decided on", Text($0.description)) },
      settings.quorum.map { .init(sv: "Beslutsför med", en: "Quorum", Text("\($0)")) },
      decided.map { .init(sv: "Beslutas av", en: "Decided by", Text($0.decider.description)) },
      decided.map { .init(sv: "Beslutsdatum", en: "Decided on the day", Text($0.on.description)) },
      decided?.minutes.map {
        .init(sv: "Protokoll och paragraf", en: "Minutes and paragraph", Text($0))
      },
      decided?.diaryNumber.map { .init(sv: "Diarienummer", en: "Diary number", Text($0)) },
      decided?.present.map { .init(sv: "Deltog i beslutet", en: "Took part", Text("\($0)")) },
      recusals.map { .init(sv: "Avstod på grund av jäv", en: "Recused", $0) },
      isBallot ? .init(sv: "Omröstning", en: "Tally", counted) : nil,
    ]
    return facts.compactMap(\.self)
      + tablings.map { tabling in
        Summary.Fact(
          sv: "Bordlagd \(tabling.on)", en: "Tabled \(tabling.on)",
          tabling.until.map { Text(sv: "tas upp igen \($0)", en: "taken up again \($0)") }
            ?? Text(sv: "utan datum", en: "without a date"))
      }
  }

  private var recusals: Text? {
    let count = decided?.recused ?? recusedCount
    guard count > 0 else { return nil }
    let names = ballot.recused.map(\.description).joined(separator: ", ")
    return Text(names.isEmpty ? "\(count)" : "\(count) (\(names))")
  }

  private var counted: Text {
    let tally = ballot.tally
    return Text(
      sv: "\(tally.inFavour) för, \(tally.against) emot, \(tally.abstaining) avstår",
      en: "\(tally.inFavour) for, \(tally.against) against, \(tally.abstaining) abstaining")
  }

  private var positionTable: Summary.Table {
    Summary.Table(
      "positions", sv: "Ställningstaganden", en: "Positions",
      columns: [
        .init("member", sv: "Ledamot", en: "Member"),
        .init("position", sv: "Ställningstagande", en: "Position"),
        .init("date", sv: "Datum", en: "Date"),
      ],
      rows: ballot.electorate.map { member in
        switch ballot.standing(of: member) {
        case .took(let position):
          [Cell(member), Cell(position.stance), Cell(position.said.on)]
        case .recused:
          [Cell(member), Cell(sv: "Jävig, deltar inte", en: "Recused"), .none]
        case .silent, .outside:
          [Cell(member), Cell(sv: "Uppgift saknas", en: "Unknown"), .none]
        }
      })
  }
}
