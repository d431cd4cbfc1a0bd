import CivilTime
import Located
package import Register
import StageKit

/// What a body has before it at a meeting: what is ready, what is missing, and what was escalated to it.
package enum Agenda {
  /// The agenda of a meeting, of what ``MeetingPoints`` gathered.
  package static func listing(of points: [Row], for meeting: Meeting, names: Names) -> Listing {
    let rows = points.compactMap { point(of: $0, meeting, names) }.sorted(
      by: "rank", "due", "title")
    func count(_ state: String) -> Int { rows.count { $0["state"].word == state } }
    let now = count("due")
    let ready = now + count("ready")
    let missing = count("missing")
    let title = names(meeting.body)
    var listing = Listing(
      key: "agenda",
      title: Text(
        sv: "Dagordning \(meeting.on), \(title.sv)", en: "Agenda \(meeting.on), \(title.en)"),
      today: names.on,
      top: [
        Text(
          sv:
            "Handlingar senast \(meeting.papers). \(ready) \(ready == 1 ? "klar" : "klara") att behandla"
            + (now > 0 ? ", varav \(now) ska avgöras nu" : "")
            + ", \(missing) där något saknas.",
          en: "Papers by \(meeting.papers). \(ready) ready"
            + (now > 0 ? ", of which \(now) to be decided now" : "")
            + ", \(missing) with something missing.")
      ],
      columns: columns,
      lines: rows.enumerated().map { number, row in
        let row = row.with(["number": Cell(number + 1)])
        return Listing.Line(
          cells: columns.map { names.told(row[$0.key]) },
          mark: row["is-late"].isKnown
            ? .overdue : row["state"].word == "missing" ? .missing : nil)
      })
    listing.whenEmpty = Text(sv: "Inget att behandla.", en: "Nothing to deal with.")
    return listing
  }

  private static let columns: [Listing.Column] = [
    .init("number", sv: "Nr", en: "No"), .init("case", sv: "Ärende", en: "Case"),
    .init("title", sv: "Avser", en: "Subject"), .init("stage-title", sv: "Fas", en: "Stage"),
    .init("state", sv: "Läge", en: "State"), .init("lacks", sv: "Saknas", en: "Missing"),
    .init("from", sv: "Hos", en: "With"), .init("due", sv: "Sista dag", en: "Last day"),
  ]

  /// A row as it stands for a meeting; nil where it is no business of it.
  private static func point(of row: Row, _ meeting: Meeting, _ names: Names) -> Row? {
    guard row["body"].word == meeting.body, row["opened"].date.map({ $0 <= meeting.on }) ?? true
    else { return nil }
    let due = row["due"].date
    let isDue = due.map { $0 <= meeting.on } ?? false
    // Whatever is late on the day of the meeting is late when it is dealt with.
    let point = row.with([
      "stage-title": Cell(stage(of: row, names)),
      "from": Cell(row["from"].bodies.map { names($0.id) }.listedBriefly),
      "is-late": due.map { $0.lastDay < meeting.on.firstDay } ?? false ? Cell(true) : .none,
    ])
    switch row["state"].word {
    case "ready":
      let isAfterPapers = row["opened"].date.map { $0 > meeting.papers } ?? false
      return point.with([
        "rank": Cell(isDue ? 1 : 2),
        "state": isDue
          ? .choice("due", Text(sv: "Klar att behandla, avgörs nu", en: "Ready, decided now"))
          : .choice("ready", Text(sv: "Klar att behandla", en: "Ready")),
        "lacks": isAfterPapers
          ? Cell(sv: "Kom efter handlingarnas sista dag", en: "Came after the papers were due")
          : .none,
      ])
    case "missing":
      guard isDue || row["is-for-meeting"].isKnown else { return nil }
      return point.with([
        "rank": Cell(3),
        "state": .choice("missing", Text(sv: "Underlag saknas", en: "Papers missing")),
      ])
    default:
      return point.with([
        "rank": Cell(4), "state": .choice("escalated", Text(sv: "Lyft hit", en: "Escalated")),
        "is-late": Cell(true),
      ])
    }
  }

  private static func stage(of row: Row, _ names: Names) -> Text {
    let title = row.text("stage")
    guard let lane = row["lane"].word.map({ names($0) }) else { return title }
    return Text(sv: "\(title.sv), \(lane.sv)", en: "\(title.en), \(lane.en)")
  }
}
