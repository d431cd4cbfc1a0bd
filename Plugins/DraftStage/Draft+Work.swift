import StageKit

extension Draft {
  /// Tells how far chapters have come; what a row leaves out stays as it was.
  struct Section: Act {
    static let name = "section"
    static let title = Text(sv: "Rapportera kapitel", en: "Report chapters")
    let rows: [ChapterRow]

    init(_ form: inout Form) {
      rows = form("rows", in: 1...500, sv: "Kapitel", en: "Chapters")
    }

    func faults(in draft: Draft, _ said: Said) -> [Fault] {
      var seen: Set<String> = []
      return rows.enumerated().flatMap { index, row -> [Fault] in
        var faults: [Fault] = []
        if !seen.insert(row.chapter).inserted {
          faults.append(
            Fault(
              "draft/listed-twice", at: ["rows", .index(index), "chapter"],
              sv: "kapitel '\(row.chapter)' står två gånger",
              en: "chapter '\(row.chapter)' stands twice"))
        }
        if let date = row.date, said.on.isSurelyBefore(date) {
          faults.append(
            Fault(
              "draft/not-yet", at: ["rows", .index(index), "date"],
              sv: "\(date) ligger efter dagen för rapporten, \(said.on)",
              en: "\(date) is after the day of the report, \(said.on)"))
        }
        return faults
      }
    }

    func fold(into draft: inout Draft, _ said: Said) {
      for row in rows {
        let index =
          draft.chapters.firstIndex { $0.name == row.chapter } ?? draft.chapters.endIndex
        if index == draft.chapters.endIndex {
          draft.chapters.append(Chapter(name: row.chapter, state: row.state))
        }
        draft.chapters[index].title = row.title ?? draft.chapters[index].title
        draft.chapters[index].author = row.author ?? draft.chapters[index].author
        draft.chapters[index].state = row.state
        draft.chapters[index].on = row.date ?? said.on
      }
    }
  }

  /// A chapter in a report; a person is told by reference, since the name stands in the register.
  struct ChapterRow: Record {
    let chapter: String
    let title: String?
    let author: Name?
    let state: ChapterState
    let date: CivilDate?

    init(_ form: inout Form) {
      chapter = form("chapter", in: 1...200, sv: "Kapitel", en: "Chapter")
      title = form("title", in: 1...200, sv: "Rubrik", en: "Title")
      author = form("author", sv: "Ansvarig (referensord)", en: "Author (reference)")
      state = form("state", sv: "Läge", en: "State")
      date = form("date", sv: "Dag", en: "Day")
    }
  }

  /// Declares a person's interests, or that there are none; a new declaration replaces the old.
  struct Declare: Act {
    static let name = "declare"
    static let title = Text(sv: "Redovisa jäv", en: "Declare interests")
    let person: Name
    let interest: Prose?
    let isBlocking: Bool

    init(_ form: inout Form) {
      person = form("person", sv: "Person (referensord)", en: "Person (reference)")
      interest = form("interest", in: 1...5_000, sv: "Bindning", en: "Interest")
      isBlocking = form(
        "blocking", default: false, sv: "Hindrar deltagande", en: "Bars from taking part")
    }

    func fold(into draft: inout Draft, _ said: Said) {
      draft.declarations.append(
        Declaration(person: person, interest: interest, isBlocking: isBlocking, on: said.on))
    }
  }

  /// Ticks an item of the checklist, or takes the tick away.
  struct Check: Act {
    static let name = "check"
    static let title = Text(sv: "Bocka av", en: "Tick off")
    let item: String
    let isDone: Bool
    let note: String?

    init(_ form: inout Form) {
      item = form("item", in: 1...200, sv: "Punkt i checklistan", en: "Item of the checklist")
      isDone = form("done", default: true, sv: "Klar", en: "Done")
      note = form("note", in: 1...2_000, sv: "Anteckning", en: "Note")
    }

    func faults(in draft: Draft, _ said: Said) -> [Fault] {
      guard !draft.checklist.contains(item) else { return [] }
      return [
        Fault(
          "draft/unknown-item", at: "item", sv: "'\(item)' står inte i checklistan",
          en: "'\(item)' is not in the checklist"
        ).choosing(among: draft.checklist)
      ]
    }

    func fold(into draft: inout Draft, _ said: Said) {
      draft.checks.append(Checked(item: item, isDone: isDone, note: note, on: said.on))
    }
  }
}
