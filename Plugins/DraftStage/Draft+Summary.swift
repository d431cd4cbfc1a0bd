public import StageKit

extension Draft {
  /// How much is in place; the documents, the chapters, the checklist, and who has declared.
  public var summary: Summary {
    let tables = [documentTable, chapterTable, checklistTable, declarationTable]
      .filter { !$0.rows.isEmpty }
    return Summary(line: line, facts: facts, tables: tables)
  }

  private var line: Text {
    let documents = "\(self.documents.count - missingDocuments.count)"
    let allDocuments = "\(self.documents.count)"
    guard !chapters.isEmpty else {
      return Text(
        sv: "\(documents) av \(allDocuments) dokument bifogade",
        en: "\(documents) of \(allDocuments) documents attached")
    }
    let done = chapters.count - unfinishedChapters.count
    return Text(
      sv: "\(done) av \(chapters.count) kapitel klara, \(documents) av \(allDocuments) dokument",
      en: "\(done) of \(chapters.count) chapters done, \(documents) of \(allDocuments) documents")
  }

  private var facts: [Summary.Fact] {
    guard let submission else { return [] }
    return [
      Summary.Fact(sv: "Lämnat vidare", en: "Submitted", submission.on.written),
      Summary.Fact(
        sv: "Väsentlig ändring", en: "Substantial change",
        submission.hasChangedSubstantially ? Text(sv: "Ja", en: "Yes") : Text(sv: "Nej", en: "No")),
    ]
  }

  private var documentTable: Summary.Table {
    let missing = missingDocuments.map { document in
      [Cell(Text.document(document)), .none, Cell(sv: "Saknas", en: "Missing"), .none]
    }
    let attached = attached.map { attachment in
      [
        Cell(Text.document(Name(attachment.version.name) ?? .blank)),
        Cell(attachment.version.label), Cell(attachment.at), Cell(attachment.on),
      ]
    }
    return Summary.Table(
      "documents", sv: "Dokument", en: "Documents",
      columns: [
        .init("document", sv: "Dokument", en: "Document"),
        .init("version", sv: "Version", en: "Version"),
        .init("found-at", sv: "Finns på", en: "Found at"), .init("day", sv: "Dag", en: "Day"),
      ], rows: missing + attached)
  }

  private var chapterTable: Summary.Table {
    Summary.Table(
      "chapters", sv: "Kapitel", en: "Chapters",
      columns: [
        .init("chapter", sv: "Kapitel", en: "Chapter"), .init("title", sv: "Rubrik", en: "Title"),
        .init("author", sv: "Ansvarig", en: "Author"), .init("state", sv: "Läge", en: "State"),
        .init("day", sv: "Dag", en: "Day"),
      ],
      rows: chapters.map { chapter in
        [
          Cell(chapter.name), Cell(chapter.title), Cell(chapter.author?.description),
          Cell(chapter.state), Cell(chapter.on),
        ]
      })
  }

  private var checklistTable: Summary.Table {
    Summary.Table(
      "checklist", sv: "Checklista", en: "Checklist",
      columns: [
        .init("item", sv: "Punkt", en: "Item"), .init("state", sv: "Läge", en: "State"),
        .init("note", sv: "Anteckning", en: "Note"),
      ],
      rows: checklist.map { item in
        let check = check(of: item)
        return [
          Cell(item),
          check?.isDone == true ? Cell(sv: "Klar", en: "Done") : Cell(sv: "Återstår", en: "To do"),
          Cell(check?.note),
        ]
      })
  }

  /// Everyone who has declared, and those who should have.
  private var declarationTable: Summary.Table {
    var seen: Set<Name> = []
    let persons = (declarations.map(\.person) + undeclared).filter { seen.insert($0).inserted }
    return Summary.Table(
      "declarations", sv: "Jävsdeklarationer", en: "Interest declarations",
      columns: [
        .init("person", sv: "Person", en: "Person"), .init("state", sv: "Läge", en: "State"),
        .init("day", sv: "Dag", en: "Day"),
      ],
      rows: persons.map { person in
        let declaration = declaration(of: person)
        return [
          Cell(person.description), Cell(standing(declaration)), Cell(declaration?.on),
        ]
      })
  }

  private func standing(_ declaration: Declaration?) -> Text {
    switch declaration {
    case nil: Text(sv: "Saknas", en: "Missing")
    case let said? where said.isBlocking:
      Text(sv: "Hindrar deltagande", en: "Bars from taking part")
    case let said? where said.interest != nil:
      Text(sv: "Bindning redovisad", en: "Interest declared")
    default: Text(sv: "Inga bindningar", en: "No interests")
    }
  }
}
