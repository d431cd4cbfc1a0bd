public import StageKit

/// Documents are made, if need be chapter by chapter, and handed on when all is in place.
public struct Draft: Stage {
  /// The first level.
  public static let name: StageName = "draft@1"
  /// What a person sees.
  public static let title = Text(sv: "Utkast", en: "Draft")
  /// What it is for.
  public static let help = Text(
    sv: """
      De dokument som fasen kräver tas fram och bifogas, där det gäller kapitel för kapitel, med \
      jävsdeklarationer och checklista. Fasen lämnas vidare när allt finns på plats.
      """,
    en: """
      The documents that the stage asks for are made and attached, where it applies chapter by \
      chapter, with declarations of interests and a checklist. It hands on when all is in place.
      """)
  /// What can be done.
  public static let acts: [any Act<Draft>.Type] = [
    Attach.self, Section.self, Declare.self, Check.self, Submit.self,
  ]
  /// The codes that an act can be refused with.
  public static let refusals: [String] = [
    "draft/bad-version", "draft/barred-author", "draft/listed-twice", "draft/missing-declaration",
    "draft/missing-document", "draft/not-yet", "draft/open-item", "draft/unfinished-section",
    "draft/unknown-document", "draft/unknown-item", "draft/version-taken",
  ]
  /// The documents in their latest versions; the first of the settings is handed on last, and so
  /// is the one that the case is about.
  public static let gives: [Topic] = [TypedTopic.document.topic]

  /// It is submitted, and may be said to have changed so much that a new consultation is due.
  public static func outcomes(_ settings: Settings) -> [Outcome] {
    [.submitted, .substantialChange]
  }

  /// What must be in place.
  public struct Settings: Record {
    let documents: [Name]
    let sections: [String]
    let checklist: [String]
    let declarations: Bool

    /// Asks for each setting.
    public init(_ form: inout Form) {
      documents = form(
        "documents", in: 1...20, sv: "Dokument", en: "Documents",
        help: Text(
          sv: "De som ska vara bifogade; ärendet gäller det första.",
          en: "Those that must be attached; the case is about the first."))
      sections = form("sections", in: 0...500, sv: "Kapitel", en: "Chapters")
      checklist = form("checklist", in: 0...100, sv: "Checklista", en: "Checklist")
      declarations = form(
        "declarations", default: false, sv: "Jäv ska vara redovisat", en: "Interests are declared",
        help: Text(
          sv: "Var och en som står för ett kapitel ska ha lämnat en jävsdeklaration.",
          en: "Everyone who answers for a chapter must have declared their interests."))
    }
  }

  /// What is listed twice.
  public static func faults(in settings: Settings) -> [Fault] {
    [Fault].listedTwice(settings.documents.map(\.description), at: "documents")
      + .listedTwice(settings.sections, at: "sections")
      + .listedTwice(settings.checklist, at: "checklist")
  }

  let owner: Body
  let documents: [Name]
  let checklist: [String]
  let needsDeclarations: Bool
  /// Versions that earlier stages and attempts handed on; numbering goes on from them.
  let earlier: [Version]
  var attached: [Attachment] = []
  var chapters: [Chapter]
  var declarations: [Declaration] = []
  var checks: [Checked] = []
  var submission: Submission?

  /// Opens it; chapters that the definition expects are missing until told otherwise.
  public init(_ settings: Settings, _ opening: Opening) {
    owner = opening.owner
    documents = settings.documents
    checklist = settings.checklist
    needsDeclarations = settings.declarations
    earlier = opening.taken.filter { $0.topic == TypedTopic.document.name }
      .compactMap { Version($0.value) }
    chapters = settings.sections.map { Chapter(name: $0, state: .missing) }
  }

  /// How it was submitted.
  public var outcome: Outcome? {
    submission.map { $0.hasChangedSubstantially ? .substantialChange : .submitted }
  }

  /// The latest version of each document, the one that the case is about last.
  public var given: [Given] {
    documents.reversed().compactMap { latest(of: $0).map { Given(.document, $0) } }
  }

  /// What the owner still has to do before it can be submitted; then to submit.
  public var owes: [Owed] {
    guard submission == nil else { return [] }
    var owes = missingDocuments.map { Owed("attach", by: owner, .document($0)) }
    let unfinished = unfinishedChapters.count
    if unfinished > 0 {
      let chapters = unfinished == 1 ? "chapter" : "chapters"
      owes.append(
        Owed(
          "section", by: owner, Text(sv: "\(unfinished) kapitel", en: "\(unfinished) \(chapters)")))
    }
    owes += undeclared.map { Owed("declare", by: owner, Text($0.description)) }
    owes += openItems.map { Owed("check", by: owner, Text($0)) }
    return owes.isEmpty ? [Owed("submit", by: owner)] : owes
  }
}

// MARK: - What is known

extension Draft {
  /// A version of a document, and where it is.
  struct Attachment: Sendable, Equatable {
    let version: Version
    let at: String
    let on: CivilDate
  }

  /// A chapter as it was last reported.
  struct Chapter: Sendable, Equatable {
    let name: String
    var title: String?
    var author: Name?
    var state: ChapterState
    var on: CivilDate?
  }

  /// What somebody declared; the latest declaration of a person holds.
  struct Declaration: Sendable, Equatable {
    let person: Name
    let interest: Prose?
    let isBlocking: Bool
    let on: CivilDate
  }

  /// An item of the checklist that was ticked, or unticked.
  struct Checked: Sendable, Equatable {
    let item: String
    let isDone: Bool
    let note: String?
    let on: CivilDate
  }

  /// That it was handed on.
  struct Submission: Sendable, Equatable {
    let on: CivilDate
    let hasChangedSubstantially: Bool
    let note: Prose?
  }

  var missingDocuments: [Name] {
    documents.filter { name in !attached.contains { $0.version.name == name.description } }
  }

  var unfinishedChapters: [Chapter] { chapters.filter { $0.state != .done } }

  var openItems: [String] { checklist.filter { check(of: $0)?.isDone != true } }

  /// Those who answer for a chapter, each once.
  var authors: [Name] {
    var seen: Set<Name> = []
    return chapters.compactMap(\.author).filter { seen.insert($0).inserted }
  }

  var undeclared: [Name] {
    needsDeclarations ? authors.filter { declaration(of: $0) == nil } : []
  }

  func latest(of document: Name) -> Version? {
    attached.last { $0.version.name == document.description }?.version
  }

  func declaration(of person: Name) -> Declaration? {
    declarations.last { $0.person == person }
  }

  func check(of item: String) -> Checked? {
    checks.last { $0.item == item }
  }
}

extension Outcome {
  static let submitted = Outcome.forward("submitted", sv: "Lämnat vidare", en: "Submitted")
  static let substantialChange = Outcome.optional(
    "substantial-change", sv: "Väsentlig ändring, ny remiss",
    en: "Substantial change, new consultation")
}
