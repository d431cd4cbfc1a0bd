import StageKit

extension Draft {
  /// Hands the documents on.
  struct Submit: Act {
    static let name = "submit"
    static let title = Text(
      sv: "Markera som klart och lämna vidare", en: "Mark as done and hand on")
    let hasChangedSubstantially: Bool
    let note: Prose?

    init(_ form: inout Form) {
      hasChangedSubstantially = form(
        "substantial-change", default: false, sv: "Väsentlig ändring", en: "Substantial change",
        help: Text(
          sv: "Ändringen är så stor att en ny remiss behövs.",
          en: "The change is so great that a new consultation is due."))
      note = form("note", in: 1...5_000, sv: "Anteckning", en: "Note")
    }

    func faults(in draft: Draft, _ said: Said) -> [Fault] {
      draft.missingDocuments.map { document in
        let title = Text.document(document)
        return Fault(
          "draft/missing-document", sv: "\(title.sv) (\(document)) är inte bifogad",
          en: "\(title.en) (\(document)) is not attached")
      }
        + draft.unfinishedChapters.map { chapter in
          Fault(
            "draft/unfinished-section",
            sv: "kapitel '\(chapter.name)' är inte klart: \(chapter.state.title.sv.lowercased())",
            en: "chapter '\(chapter.name)' is not done: \(chapter.state.title.en.lowercased())")
        }
        + draft.openItems.map { item in
          Fault(
            "draft/open-item", sv: "'\(item)' i checklistan är inte avbockad",
            en: "'\(item)' of the checklist is not ticked off")
        } + draft.declarationFaults
    }

    func fold(into draft: inout Draft, _ said: Said) {
      draft.submission = Submission(
        on: said.on, hasChangedSubstantially: hasChangedSubstantially, note: note)
    }
  }

  /// Declarations that are missing, and chapters of those whose interests bar them.
  ///
  /// One who is biased takes no part in the handling (förvaltningslagen 2017:900, 17–18 §§), whether
  /// or not the definition asks everyone for a declaration.
  private var declarationFaults: [Fault] {
    let barred = authors.filter { declaration(of: $0)?.isBlocking == true }.map { person in
      Fault(
        "draft/barred-author", sv: "\(person) hindras av jäv, låt någon annan stå för kapitlet",
        en: "\(person) is barred by interests, let another answer for the chapter")
    }
    guard needsDeclarations else { return barred }
    let missing = undeclared.map { person in
      Fault(
        "draft/missing-declaration", sv: "jävsdeklaration saknas för \(person)",
        en: "\(person) has not declared any interests, nor that there are none")
    }
    guard declarations.isEmpty, missing.isEmpty else { return missing + barred }
    return [
      Fault(
        "draft/missing-declaration", sv: "ingen har lämnat jävsdeklaration",
        en: "nobody has declared interests, nor that there are none")
    ]
  }
}
