package import Lifecycle
package import Located
import CivilTime
import StageKit

/// What was delivered, against what was shown to have had an effect.
package struct Effects: Overview {
  package let name = "effects"
  package let title = Text(sv: "Genomfört och visad effekt", en: "Delivered and effect shown")
  package let help = Text(
    sv: "Vad som är genomfört, och för vad av det en effekt är visad.",
    en: "What has been delivered, and for which of it an effect has been shown.")
  package let options: [Query.Option] = [.body, .area, .year, .cases]
  package let columns: [Listing.Column] = [
    .init("body", Text(sv: "Grupp", en: "Group")), .init("title", Phrase.subject),
    .init("delivered", Text(sv: "Genomförd", en: "Delivered")),
    .init("result", Text(sv: "Effekt", en: "Effect")),
    .init("shown", Text(sv: "Visad", en: "Shown")),
    .init("measure", Text(sv: "Resultatmått", en: "Outcome measure")),
    .init("value", Text(sv: "Värde", en: "Value")), .init("unit", Text(sv: "Enhet", en: "Unit")),
    .init("source", Phrase.source),
  ]

  package init() {}

  package func rows(of product: ProductState) -> [Row] {
    product.rows(ofTable: "effects") { one, _, attempt in
      ["body": Cell(attempt.opening.owner)]
    }.map { row in
      row.with([
        "year": Cell(row["delivered"].date?.year),
        "is-shown": Cell(row["shown"].isKnown),
      ])
    }
  }

  package func show(_ rows: [Row], in world: World) -> Listing {
    let shown = rows.map { row -> Row in
      var row = row
      if row["delivered"].isKnown, !row["result"].isKnown {
        row["result"] = .choice("not-shown", Text(sv: "Inte visad än", en: "Not shown yet"))
      }
      return row
    }.sorted(in: world, by: "body", "delivered", "title")
    let delivered = shown.filter { $0["delivered"].isKnown }
    let effective = delivered.count { $0["result"].word == "effect-shown" }
    var listing = listing(
      shown, in: world,
      top: [
        Text(
          sv: "\(shown.count) pågående eller genomförda: \(delivered.count) genomförda, "
            + "\(effective) med visad effekt",
          en: "\(shown.count) under way or delivered: \(delivered.count) delivered, "
            + "\(effective) with an effect shown")
      ]
    ) { row in
      row["delivered"].isKnown && row["result"].word == "not-shown" ? .missing : nil
    }
    listing.whenEmpty = Text(sv: "Inget genomfört.", en: "Nothing has been delivered.")
    return listing
  }
}

/// Money granted and used, group by group.
package struct Budget: Overview {
  package let name = "budget"
  package let title = Text(sv: "Beviljade och använda medel", en: "Money granted and used")
  package let help = Text(
    sv: "Gemensamma medel per grupp och år: beviljat, använt och kvar, i kronor.",
    en: "Joint money by group and year: granted, used and left, in SEK.")
  package let options: [Query.Option] = [.body, .area, .year, .cases]
  package let columns: [Listing.Column] = [
    .init("body", Text(sv: "Grupp", en: "Group")), .init("year", Text(sv: "År", en: "Year")),
    .init("title", Text(sv: "Insats", en: "Initiative")),
    .init("granted", Text(sv: "Beviljat", en: "Granted")),
    .init("used", Text(sv: "Använt", en: "Used")), .init("left", Text(sv: "Kvar", en: "Left")),
  ]

  package init() {}

  package func rows(of product: ProductState) -> [Row] { product.rows(ofTable: "budget") }

  package func show(_ rows: [Row], in world: World) -> Listing {
    let groups = rows.sorted(in: world, by: "body", "year", "title").grouped(by: "body")
    var listing = listing(groups.flatMap(\.rows), in: world, top: [Self.sum(rows)]) { row in
      (row["left"].count ?? 0) < 0 ? .departs : nil
    }
    listing.dividedBy = "body"
    listing.ofParts = groups.map { Self.sum($0.rows) }
    listing.whenEmpty = Text(sv: "Inga medel är beviljade.", en: "No money has been granted.")
    return listing
  }

  // What is left is known only of years whose use is reported.
  private static func sum(_ rows: [Row]) -> Text {
    func total(_ key: String) -> Text { rows.reduce(0) { $0 + ($1[key].count ?? 0) }.written }
    let (granted, used) = (total("granted"), total("used"))
    let silent = rows.count { !$0["used"].isKnown }
    let sum = Text(
      sv: "Beviljat \(granted.sv) kr, använt \(used.sv) kr",
      en: "Granted SEK \(granted.en), used SEK \(used.en)")
    guard silent > 0 else { return sum }
    return Text(
      sv: "\(sum.sv); för \(silent) är användningen inte redovisad",
      en: "\(sum.en); for \(silent) the use is not reported")
  }
}
