import Located
import StageKit

extension Responses {
  private static let ofRounds: [Listing.Column] = [
    .init("title", Text(sv: "Remiss", en: "Consultation")), .init("case", Phrase.caseID),
    .init("answered", Text(sv: "Svar", en: "Answers")),
    .init("silent", Text(sv: "Har inte svarat", en: "Not answered")),
    .init("comments", Text(sv: "Synpunkter", en: "Comments")),
    .init("open", Text(sv: "Utan hantering", en: "Not disposed of")),
    .init("closes", Phrase.lastDay),
  ]

  /// A row for each consultation, where every comment of every one would be thousands.
  func rounds(_ rows: [Row], in world: World) -> Listing {
    let rounds = rows.grouped(by: "case").map { _, rows -> Row in
      var counts: [String: Int] = [:]
      for row in rows {
        counts[row["table"].word ?? "", default: 0] += 1
        if Self.isOpen(row) { counts["open", default: 0] += 1 }
      }
      return [
        "title": rows[0]["title"], "case": rows[0]["case"], "closes": rows[0]["closes"],
        "answered": Cell(counts["responses"] ?? 0), "silent": Cell(counts["silent"] ?? 0),
        "comments": Cell(counts["comments"] ?? 0), "open": Cell(counts["open"] ?? 0),
      ]
    }.sorted(by: "closes", "title")
    let open = rounds.count { ($0["open"].count ?? 0) > 0 }
    var listing = listing(
      rounds, in: world, columns: Self.ofRounds,
      top: [
        Text(
          sv: "\(rounds.count) remisser, \(open) med synpunkter utan hantering",
          en: "\(rounds.count) consultations, \(open) with comments not disposed of"),
        Text(
          sv: "Synpunkterna i en remiss: stafett responses ÄRENDE",
          en: "The comments of a consultation: stafett responses CASE"),
      ]
    ) { ($0["open"].count ?? 0) > 0 ? .missing : nil }
    listing.whenEmpty = Text(sv: "Inga remisser.", en: "No consultations.")
    return listing
  }
}
