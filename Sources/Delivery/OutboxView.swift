package import Canonical
import CivilTime
package import Located
import Register
package import Views

/// What waits to be sent, for people and programs.
package struct OutboxView: View {
  private let outbox: Outbox

  package init(_ outbox: Outbox) { self.outbox = outbox }

  package var heading: Text { Text(sv: "Att skicka", en: "To be sent") }

  package var page: Page {
    var blocks: [Page.Block] = []
    if outbox.digests.isEmpty {
      blocks.append(.paragraph(Text(sv: "Inget väntar.", en: "Nothing waits.")))
    } else {
      blocks.append(.table(table))
    }
    if !outbox.unread.isEmpty {
      let count = outbox.unread.count
      blocks.append(
        .paragraph(
          Text(
            sv: "\(count) går inte att läsa: \(outbox.unread.joined(separator: ", "))",
            en: "\(count) cannot be read: \(outbox.unread.joined(separator: ", "))")))
    }
    return Page(blocks)
  }

  private var table: TextTable {
    TextTable(
      [
        .init(Text(sv: "Namn", en: "Name"), rigid: true),
        .init(Text(sv: "Till", en: "To")), .init(Text(sv: "Ämne", en: "Subject")),
        .init(Text(sv: "Hur", en: "How")),
      ],
      rows: outbox.digests.map { digest in
        [
          Text(digest.name), digest.bodyName,
          Text(Letter(digest, from: nil, isAutomatic: false).subject), digest.how,
        ]
      }, marked: Set(outbox.digests.indices.filter { outbox.digests[$0].wait == .noAddress }))
  }

  /// Keys: `messages`, each with `name`, `body`, `body-name`, `mail`, `subject`, `way` (`draft`,
  /// `automatic`, `agenda`), `meeting`, `lacks-meeting`, `waits` (`no-address`, `quiet`, `old`), `until`,
  /// `points` (each with `kind`, `case`, `stage`), `effects`; and `unread`.
  package var json: Value {
    .record([
      "messages": .list(
        outbox.digests.map { digest in
          .record([
            "name": .text(digest.name), "body": .text(digest.body),
            "body-name": .record(["sv": .text(digest.bodyName.sv), "en": .text(digest.bodyName.en)]
            ),
            "mail": digest.contact?.mail.map { .text($0) },
            "subject": .text(Letter(digest, from: nil, isAutomatic: false).subject),
            "way": .text(digest.way.word), "meeting": digest.meetingDay.map { .text($0) },
            "lacks-meeting": digest.lacksMeeting ? .flag(true) : nil,
            "waits": digest.wait.map { .text($0.word) }, "until": digest.until.map { .text($0) },
            "points": .list(
              digest.entries.map {
                .record([
                  "kind": .text($0.kind.rawValue), "case": .text($0.caseID),
                  "stage": .text($0.stage),
                ])
              }),
            "effects": .list(digest.effects.map { .text($0) }),
          ])
        }), "unread": .list(outbox.unread.map { .text($0) }),
    ])
  }
}

extension Digest {
  fileprivate var meetingDay: String? {
    if case .agenda(let meeting) = way { meeting.on.description } else { nil }
  }

  fileprivate var until: String? {
    if case .quiet(let day) = wait { day.description } else { nil }
  }

  /// How it reaches the body, and what it waits for.
  package var how: Text {
    guard lacksMeeting else { return howAlone }
    let how = howAlone
    return Text(
      sv: "\(how.sv); inget kommande möte finns i organisationsregistret",
      en: "\(how.en); the register has no coming meeting")
  }

  private var howAlone: Text {
    switch (way, wait) {
    case (.agenda(let meeting), _):
      Text(
        sv: "punkt på mötet \(meeting.on) (stafett agenda \(body))",
        en: "a point at the meeting on \(meeting.on) (stafett agenda \(body))")
    case (_, .noAddress):
      Text(sv: "adress saknas i organisationsregistret", en: "the register has no address")
    case (_, .quiet(let day)):
      Text(sv: "skickas automatiskt \(day)", en: "sent automatically on \(day)")
    case (_, .old):
      Text(
        sv: "utkast, äldre än \(Digest.daysUntilOld) dagar",
        en: "a draft, older than \(Digest.daysUntilOld) days")
    case (.automatic, nil): Text(sv: "skickas automatiskt", en: "sent automatically")
    case (.draft, nil): Text(sv: "utkast", en: "a draft")
    }
  }
}

extension Digest.Way {
  fileprivate var word: String {
    switch self {
    case .draft: "draft"
    case .automatic: "automatic"
    case .agenda: "agenda"
    }
  }
}

extension Digest.Wait {
  fileprivate var word: String {
    switch self {
    case .noAddress: "no-address"
    case .quiet: "quiet"
    case .old: "old"
    }
  }
}
