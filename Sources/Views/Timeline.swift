package import Canonical
package import CivilTime
import Definitions
package import Lifecycle
package import Located
import StageKit

/// What has happened in a case, in order and in words; what was annulled or corrected stays, marked.
package struct Timeline: View {
  /// An event in words.
  package struct Entry: Sendable {
    /// Its place in the product's stream, by which it is annulled or corrected.
    package let sequence: Int
    package let type: String
    /// When it happened, by what the user said.
    package let on: CivilDate
    package let body: String
    package let bodyName: Text
    package let spot: Spot?
    package let what: Text
    /// Longer texts with their labels, or that they were taken away.
    package let texts: [(title: Text, text: Text)]
    /// The event that it takes the place of, or annuls.
    package let about: Int?
    package internal(set) var mark: EventMark?
    /// The event that marked it.
    package internal(set) var markedBy: Int?
  }

  package let caseID: String
  package let title: Text
  package let entries: [Entry]

  /// The events of a case, and with the product's first those of the product as a whole; nil when it
  /// has no such case.
  package init?(
    _ caseID: String, of product: ProductState, _ events: [Event], names: Names,
    prose: @escaping ProseLookup
  ) {
    guard let one = product[caseID] else { return nil }
    self.caseID = caseID
    title = product.title
    let telling = Telling(one: one, names: names, prose: prose)
    var entries: [Entry] = []
    let isFirst = product.cases.first?.id == caseID
    for event in events where event.caseID == caseID || event.caseID == nil && isFirst {
      let told = telling.tell(event)
      if let about = told.about, let mark = told.marks,
        let index = entries.firstIndex(where: { $0.sequence == about })
      {
        entries[index].mark = mark
        entries[index].markedBy = event.sequence
      }
      entries.append(
        Entry(
          sequence: event.sequence, type: event.type, on: event.effectiveAt,
          body: event.onBehalfOf, bodyName: names(event.onBehalfOf), spot: told.spot,
          what: told.what, texts: told.texts, about: told.about, mark: nil, markedBy: nil))
    }
    self.entries = entries
  }
}

// MARK: - Rendering

extension Timeline {
  package var page: Page {
    Page([
      .title(Text(sv: "\(title.sv) (\(caseID))", en: "\(title.en) (\(caseID))")),
      .table(
        TextTable(
          [
            .init(Phrase.number, rigid: true), .init(Phrase.day, rigid: true),
            .init(Text(sv: "Av", en: "By")), .init(Text(sv: "Händelse", en: "Event")),
          ],
          rows: folded.map { entries in
            let (first, last) = (entries[0], entries[entries.count - 1])
            let number =
              entries.count == 1 ? "\(first.sequence)" : "\(first.sequence)–\(last.sequence)"
            return [
              Text(number), Text(first.on.description), first.bodyName, first.text(of: entries),
            ]
          })),
    ])
  }

  // Twenty-one lanes that open by one act are one line.
  private var folded: [[Entry]] {
    var folded: [[Entry]] = []
    for entry in entries {
      if let last = folded.last?.last, entry.type == StageOpened.type, last.type == entry.type,
        last.spot?.stage == entry.spot?.stage, entry.spot?.lane != nil, last.spot?.lane != nil,
        last.on == entry.on, last.sequence + 1 == entry.sequence
      {
        folded[folded.count - 1].append(entry)
      } else {
        folded.append([entry])
      }
    }
    return folded
  }

  /// Keys: `case`, `title`; `events`, each with `sequence`, `type`, `on`, `body`, `body-name`,
  /// `stage`, `lane`, `what`, `texts` (`title`, `text`), `about`, `mark`, `marked-by`.
  package var json: Value {
    .record([
      "case": .text(caseID), "title": title.json,
      "events": .list(
        entries.map { entry in
          .record([
            "sequence": .whole(entry.sequence), "type": .text(entry.type), "on": entry.on.json,
            "body": .text(entry.body), "body-name": entry.bodyName.json,
            "stage": entry.spot.map { .text($0.stage) },
            "lane": entry.spot?.lane.map { .text($0) }, "what": entry.what.json,
            "texts": entry.texts.isEmpty
              ? nil
              : .list(
                entry.texts.map { .record(["title": $0.title.json, "text": $0.text.json]) }),
            "about": entry.about.map { .whole($0) }, "mark": entry.mark.map { .text($0.rawValue) },
            "marked-by": entry.markedBy.map { .whole($0) },
          ])
        }),
    ])
  }
}

extension Timeline.Entry {
  fileprivate func text(of together: [Timeline.Entry]) -> Text {
    var lines = [what]
    if together.count > 1 {
      let more = together.count - 1
      lines[0] = Text(
        sv: "\(what.sv) (och \(more) till)", en: "\(what.en) (and \(more) more)")
    }
    lines += texts.map { $0.title.with($0.text) }
    if let mark, let markedBy {
      lines.append(
        Text(
          sv: "\(mark.label.sv), se nr \(markedBy)", en: "\(mark.label.en), see no \(markedBy)"))
    }
    return lines.joined("\n")
  }
}
