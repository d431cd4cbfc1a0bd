import CivilTime
package import Lifecycle
package import Located
import Register
import StageKit

/// A compilation of responses: each comment with what came of it, and who has answered.
package struct Responses: Overview {
  package let name = "responses"
  package let title = Text(sv: "Remissammanställning", en: "Compilation of responses")
  package let help = Text(
    sv: "Synpunkterna i en remiss och hur de har hanterats; vilka som har svarat och inte. "
      + "Utan urval: läget i varje remiss.",
    en: "The comments of a consultation and their disposition; who has answered and who has not. "
      + "Without a choice: how each consultation stands.")
  package let options: [Query.Option] = [.cases, .kind, .area]
  package let columns: [Listing.Column] = [
    .init("number", Phrase.number), .init("party", Text(sv: "Remissinstans", en: "Party")),
    .init("chapter", Text(sv: "Kapitel", en: "Chapter")),
    .init("category", Text(sv: "Kategori", en: "Category")),
    .init("comment", Text(sv: "Synpunkt", en: "Comment")),
    .init("disposition", Text(sv: "Hantering", en: "Disposition")),
    .init("motive", Text(sv: "Motivering", en: "Motive")),
  ]

  package init() {}

  package func rows(of product: ProductState) -> [Row] {
    ["comments", "responses", "silent", "excused"].flatMap { table in
      product.rows(ofTable: table) { _, _, attempt in
        ["table": Cell(table), "closes": Cell(attempt.deadline?.closes)]
      }
    }
  }

  package func show(_ rows: [Row], in world: World) -> Listing {
    let cases = Set(rows.map { $0["case"] })
    guard cases.count <= 1 || !world.query.cases.isEmpty else { return rounds(rows, in: world) }
    func told(_ table: String) -> [Row] { rows.filter { $0["table"].word == table } }
    let comments = told("comments")
    let open = comments.count(where: Self.isOpen)
    var top = [
      Text(
        sv: "\(Text.comments(comments.count).sv), \(open) utan hantering",
        en: "\(Text.comments(comments.count).en), \(open) not disposed of")
    ]
    if cases.count == 1, let row = rows.first {
      let (answered, silent) = (told("responses"), told("silent").count)
      top.append(
        Text(
          sv: "\(answered.count) svar, \(silent) har inte svarat",
          en: "\(answered.count) answers, \(silent) have not answered"))
      top += byKind(answered, told("silent"), world) + byStance(answered)
      if let closes = row["closes"].date {
        top.append(lastDay(closes, on: world.today))
      }
    }
    let many: [Listing.Column] = cases.count > 1 ? [.init("case", Phrase.caseID)] : []
    var listing = listing(comments, in: world, columns: many + columns, top: top) { row in
      Self.isOpen(row) ? .missing : nil
    }
    if cases.count == 1, let about = rows.first?["title"].words {
      listing.title = title.with(about)
    }
    listing.whenEmpty = Text(sv: "Inga synpunkter.", en: "No comments.")
    listing.further = [
      part("responses", Text(sv: "Remissvar", en: "Answers"), told("responses"), many, world),
      part("silent", Text(sv: "Har inte svarat", en: "Not answered"), told("silent"), many, world),
      part(
        "excused", Text(sv: "Inte längre tillfrågade", en: "No longer asked"), told("excused"),
        many,
        world),
    ].filter { !$0.lines.isEmpty }
    return listing
  }

  private func lastDay(_ closes: CivilDate, on today: CivilDate) -> Text {
    let days = today.days(until: closes.lastDay)
    guard days >= 0 else {
      return Text(sv: "Sista dag var \(closes)", en: "Last day was \(closes)")
    }
    let left = Phrase.daysLeft(days)
    return Text(
      sv: "Sista dag \(closes), \(left.sv)", en: "Last day \(closes), \(left.en)")
  }

  // "Har svarat: region 9 av 21", kind by kind, the largest first; who is asked and is not in the
  // register is of no kind.
  private func byKind(_ answered: [Row], _ silent: [Row], _ world: World) -> [Text] {
    func kinds(_ rows: [Row]) -> [String] {
      rows.flatMap { $0["party"].bodies }.compactMap { world.organisation.body($0.id)?.kind }
    }
    let (came, missing) = (kinds(answered), kinds(silent))
    let counted = world.organisation.kinds.map { kind in
      let some = came.count { $0 == kind.id }
      return (kind.title, some, some + missing.count { $0 == kind.id })
    }
    let told = counted.filter { $0.2 > 0 }.sorted { $0.2 > $1.2 }.map { title, some, all in
      Text(
        sv: "\(title.sv.lowercased()) \(some) av \(all)",
        en: "\(title.en.lowercased()) \(some) of \(all)")
    }
    guard !told.isEmpty else { return [] }
    let all = told.listed
    return [Text(sv: "Har svarat: \(all.sv)", en: "Have answered: \(all.en)")]
  }

  // "Ställningstaganden: ställer sig bakom 12, inga synpunkter 3", the most common first.
  private func byStance(_ answered: [Row]) -> [Text] {
    let counted = answered.filter { $0["stance"].isKnown }.grouped(by: "stance")
      .map { (stance: $0.value.written, count: $0.rows.count) }
    let told = counted.sorted { $0.count > $1.count }.map { stance, count in
      Text(sv: "\(stance.sv.lowercased()) \(count)", en: "\(stance.en.lowercased()) \(count)")
    }
    guard !told.isEmpty else { return [] }
    let all = told.joined(", ")
    return [Text(sv: "Ställningstaganden: \(all.sv)", en: "Stances: \(all.en)")]
  }

  static func isOpen(_ row: Row) -> Bool { row["disposition"].word == "open" }

  private func part(
    _ key: String, _ title: Text, _ rows: [Row], _ many: [Listing.Column], _ world: World
  ) -> Listing {
    let own: [Listing.Column] =
      switch key {
      case "responses":
        [
          .init("number", Phrase.number), columns[1],
          .init("stance", Text(sv: "Ställningstagande", en: "Stance")),
          .init("received", Text(sv: "Inkom", en: "Received")),
          .init("diary-number", Text(sv: "Diarienummer", en: "Diary number")),
          .init("remark", Text(sv: "Anmärkning", en: "Remark")),
        ]
      case "excused": [columns[1], .init("reason", Text(sv: "Skäl", en: "Reason"))]
      default: [columns[1]]
      }
    let told = listing(rows, in: world, columns: many + own)
    return Listing(
      key: key, title: title, today: world.today, columns: told.columns, lines: told.lines)
  }
}

extension Text {
  fileprivate static func comments(_ count: Int) -> Text {
    .count(
      count, one: Text(sv: "synpunkt", en: "comment"), many: Text(sv: "synpunkter", en: "comments"))
  }
}
