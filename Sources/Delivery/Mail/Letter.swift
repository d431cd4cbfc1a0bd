import CivilTime
import Located
import Register
import Views

/// The words of a digest: its subject and its text, as a process leader would write them.
package struct Letter: Sendable, Hashable {
  package let subject: String
  /// Lines with `\n` between them.
  package let text: String

  /// - Parameters:
  ///   - sender: whose name stands under it; nil where it is to be filled in.
  ///   - isAutomatic: whether nobody has read it before it is sent.
  package init(_ digest: Digest, from sender: Sender?, isAutomatic: Bool) {
    let language = digest.contact?.language ?? .sv
    subject = Letter.subject(of: digest)[language]
    var parts: [Text] = []
    // A point on an agenda is no letter.
    let isLetter: Bool
    if case .agenda = digest.way { isLetter = false } else { isLetter = true }
    if isLetter { parts.append(Text(sv: "Hej!", en: "Hello,")) }
    for kind in [Notice.Kind.reminder, .escalation] {
      let entries = digest.entries.filter { $0.kind == kind }
      guard !entries.isEmpty else { continue }
      parts.append(Letter.lead(kind, entries.count, to: digest.bodyName))
      if kind == .escalation, digest.lacksMeeting {
        parts.append(
          Text(
            sv:
              "Det brukar tas upp på ett möte, men inget kommande möte finns i organisationsregistret.",
            en: "It is usually taken up at a meeting, but the register has no coming one."))
      }
      parts += entries.enumerated().map { Letter.entry($1, number: $0 + 1) }
    }
    if isLetter {
      parts.append(
        Text(
          sv: "Om något redan är gjort har det inte registrerats än. Svara i så fall på det här "
            + "mejlet.",
          en: "If some of it is done already, it has not been registered yet. Please reply to this "
            + "message in that case."))
      let name = sender?.name ?? ""
      parts.append(
        Text(
          sv: "Med vänlig hälsning" + (name.isEmpty ? "" : "\n\(name)"),
          en: "Kind regards" + (name.isEmpty ? "" : "\n\(name)")))
    }
    if isAutomatic {
      parts.append(
        Text(
          sv: "Mejlet är skickat automatiskt av Stafett.",
          en: "This message was sent automatically by Stafett."))
    }
    text = parts.map { $0[language] }.joined(separator: "\n\n") + "\n"
  }

  private static func subject(of digest: Digest) -> Text {
    guard let first = digest.entries.first else { return Text("") }
    let day = first.remaining.lastDay
    let escalates = digest.entries.allSatisfy { $0.kind == .escalation }
    let isLate = first.remaining.isOverdue
    if digest.entries.count == 1 {
      let what = first.todo.first ?? first.stageTitle
      return escalates
        ? Text(
          sv: "Lyft till er: \(first.title.sv), skulle ha varit klart \(day)",
          en: "Raised to you: \(first.title.en), was due \(day)")
        : isLate
          ? Text(
            sv:
              "Försenat: \(first.title.sv), \(what.sv.inRunningText) skulle ha varit klart \(day)",
            en: "Overdue: \(first.title.en), \(what.en.inRunningText) was due \(day)")
          : Text(
            sv: "Påminnelse: \(first.title.sv), \(what.sv.inRunningText) senast \(day)",
            en: "Reminder: \(first.title.en), \(what.en.inRunningText) by \(day)")
    }
    let count = digest.entries.count
    let raised = digest.entries.count(where: { $0.kind == .escalation })
    // What waits for them and what others have not done are two different things to be told.
    if raised > 0, !escalates {
      return Text(
        sv: "Påminnelse: \(count - raised) att göra, och \(raised) lyft till er",
        en: "Reminder: \(count - raised) to do, and \(raised) raised to you")
    }
    return escalates
      ? Text(
        sv: "Lyft till er: \(count) saker som inte blev klara i tid",
        en: "Raised to you: \(count) things that were not done in time")
      : isLate
        ? Text(
          sv: "Påminnelse: \(count) saker att göra, den första skulle ha varit klar \(day)",
          en: "Reminder: \(count) things to do, the first was due \(day)")
        : Text(
          sv: "Påminnelse: \(count) saker att göra, den första senast \(day)",
          en: "Reminder: \(count) things to do, the first by \(day)")
  }

  private static func lead(_ kind: Notice.Kind, _ count: Int, to name: Text) -> Text {
    switch kind {
    case .reminder:
      count == 1
        ? Text(
          sv: "Det här väntar på \(name.sv):", en: "This is waiting for \(name.en):")
        : Text(
          sv: "Det här väntar på \(name.sv), det mest brådskande först:",
          en: "This is waiting for \(name.en), the most urgent first:")
    case .escalation:
      Text(
        sv: "Det här har inte blivit klart i tid och lyfts till \(name.sv):",
        en: "This was not done in time and is raised to \(name.en):")
    }
  }

  private static func entry(_ entry: Digest.Entry, number: Int) -> Text {
    let place = entry.laneName.map {
      Text(sv: "\(entry.stageTitle.sv), \($0.sv)", en: "\(entry.stageTitle.en), \($0.en)")
    }
    func lines(_ language: Language) -> String {
      var lines = ["\(number). \(entry.title[language]) (\(entry.caseID))"]
      func add(_ label: Text, _ value: String) { lines.append("   \(label[language]): \(value)") }
      add(
        entry.kind == .escalation
          ? Text(sv: "Inte gjort", en: "Not done") : Text(sv: "Att göra", en: "To do"),
        entry.todo.map { $0[language] }.joined(separator: "; "))
      add(Text(sv: "Fas", en: "Stage"), (place ?? entry.stageTitle)[language])
      if !entry.owing.isEmpty {
        add(
          Text(sv: "Väntar på", en: "Waiting for"),
          entry.owing.map { $0[language] }.joined(separator: ", "))
      }
      if let foundAt = entry.foundAt {
        add(Text(sv: "Dokumentet finns på", en: "The document is at"), foundAt)
      }
      let left = entry.remaining.label.map { " (\($0[language].inRunningText))" } ?? ""
      add(
        Text(sv: "Senast", en: "Last day"), entry.remaining.lastDay.written[language] + left)
      return lines.joined(separator: "\n")
    }
    return Text(sv: lines(.sv), en: lines(.en))
  }
}

extension String {
  /// A title as it stands within a sentence: its first letter small, unless it is an abbreviation.
  fileprivate var inRunningText: String {
    guard dropFirst().first?.isLowercase == true else { return self }
    return prefix(1).lowercased() + dropFirst()
  }
}
