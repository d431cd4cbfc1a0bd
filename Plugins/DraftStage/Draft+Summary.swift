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
      [Text.document(document), Text(""), Text(sv: "Saknas", en: "Missing"), Text("")]
    }
    let attached = attached.map { attachment in
      [
        Text.document(Name(attachment.version.name) ?? .blank), Text(attachment.version.label),
        Text(attachment.at), Text(attachment.on.description),
      ]
    }
    return Summary.Table(
      sv: "Dokument", en: "Documents",
      columns: [
        Text(sv: "Dokument", en: "Document"), Text("Version"),
        Text(sv: "Finns på", en: "Found at"), Text(sv: "Dag", en: "Day"),
      ], rows: missing + attached)
  }

  private var chapterTable: Summary.Table {
    Summary.Table(
      sv: "Kapitel", en: "Chapters",
      columns: [
        Text(sv: "Kapitel", en: "Chapter"), Text(sv: "Rubrik", en: "Title"),
        Text(sv: "Ansvarig", en: "Author"), Text(sv: "Läge", en: "State"),
        Text(sv: "Dag", en: "Day"),
      ],
      rows: chapters.map { chapter in
        [
          Text(chapter.name), Text(chapter.title ?? ""), Text(chapter.author?.description ?? ""),
          chapter.state.title, Text(chapter.on?.description ?? ""),
        ]
      })
  }

  private var checklistTable: Summary.Table {
    Summary.Table(
      sv: "Checklista", en: "Checklist",
      columns: [
        Text(sv: "Punkt", en: "Item"), Text(sv: "Läge", en: "State"),
        Text(sv: "Anteckning", en: "Note"),
      ],
      rows: checklist.map { item in
        let check = check(of: item)
        return [
          Text(item),
          check?.isDone == true ? Text(sv: "Klar", en: "Done") : Text(sv: "Återstår", en: "To do"),
          Text(check?.note ?? ""),
        ]
      })
  }

  /// Everyone who has declared, and those who should have.
  private var declarationTable: Summary.Table {
    var seen: Set<Name> = []
    let persons = (declarations.map(\.person) + undeclared).filter { seen.insert($0).inserted }
    return Summary.Table(
      sv: "Jävsdeklarationer", en: "Interest declarations",
      columns: [
        Text(sv: "Person", en: "Person"), Text(sv: "Läge", en: "State"), Text(sv: "Dag", en: "Day"),
      ],
      rows: persons.map { person in
        let declaration = declaration(of: person)
        return [
          Text(person.description), standing(declaration), Text(declaration?.on.description ?? ""),
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
