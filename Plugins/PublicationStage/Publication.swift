public import StageKit

/// What was decided is published where it is found, and applies from a day.
public struct Publication: Stage {
  /// The name in `uses:`.
  public static let name: StageName = "publication@1"
  /// What a person sees.
  public static let title = Text(sv: "Publicering", en: "Publication")
  /// What it is for.
  public static let help = Text(
    sv: "Den beslutade versionen läggs ut där den ska finnas, remissversionen tas bort och dagen "
      + "då den börjar gälla anges. Den dagen kan ligga senare än publiceringen.",
    en: "The adopted version is put where it is to be found, the consultation draft is removed, "
      + "and the day from which it applies is given. That day may be later.")
  /// Its acts.
  public static let acts: [any Act<Publication>.Type] = [Publish.self]
  /// The codes that an act can be refused with.
  public static let refusals: [String] = [
    "publication/bad-version", "publication/empty-place", "publication/published",
  ]
  /// The version that is published.
  public static let takes: [Topic] = [TypedTopic<Version>.document.topic]
  /// The day from which it applies, and the version under the number that it was published with.
  public static let gives: [Topic] = [
    TypedTopic<CivilDate>.appliesFrom.topic, TypedTopic<Version>.document.topic,
  ]

  /// Published, and nothing else.
  public static func outcomes(_ settings: NoSettings) -> [Outcome] { [published] }

  private static let published = Outcome.forward("published", sv: "Publicerad", en: "Published")

  let owner: Body
  let document: Version?
  var publication: Published?

  /// Opens an attempt.
  public init(_ settings: NoSettings, _ opening: Opening) {
    owner = opening.owner
    document = opening.take(.document)
  }

  /// Published, once it is.
  public var outcome: Outcome? { publication.map { _ in Self.published } }

  /// The owner owes it.
  public var owes: [Owed] {
    publication == nil ? [Owed("publish", by: owner)] : []
  }

  /// The day from which it applies, and the version.
  public var given: [Given] {
    guard let publication else { return [] }
    return [Given(.appliesFrom, publication.appliesFrom)]
      + (publication.version.map { [Given(.document, $0)] } ?? [])
  }

  /// When it was published, from when it applies, and where it is found.
  public var summary: Summary {
    guard let publication else {
      return Summary(facts: document.map { [Self.fact(of: $0)] } ?? [])
    }
    let (on, from) = (publication.on, publication.appliesFrom)
    return Summary(
      standing: Self.published.title,
      line: on == from
        ? Text(sv: "Publicerad och gäller från \(on)", en: "Published and applies from \(on)")
        : Text(
          sv: "Publicerad \(on), gäller från \(from)", en: "Published \(on), applies from \(from)"),
      facts: [
        .init(
          sv: "Remissversionen", en: "Consultation draft",
          publication.isDraftWithdrawn
            ? Text(sv: "borttagen", en: "removed") : Text(sv: "ligger kvar", en: "still there"))
      ],
      tables: [
        Summary.Table(
          "versions", sv: "Version", en: "Version",
          columns: [
            .init("version", sv: "Version", en: "Version"),
            .init("issued", sv: "Publicerad", en: "Published"),
            .init("from", sv: "Gäller från", en: "Applies from"),
            .init("changes", sv: "Ändringar", en: "Changes"),
          ],
          rows: [
            [
              Cell(publication.version?.label), Cell(on), Cell(from), Cell(publication.changes),
            ]
          ]),
        Summary.Table(
          "places", sv: "Finns på", en: "Found at",
          columns: [.init("place", sv: "Plats", en: "Place")],
          rows: publication.foundAt.map { [Cell($0)] }),
      ])
  }

  private static func fact(of version: Version) -> Summary.Fact {
    .init(sv: "Version", en: "Version", Text(version.description))
  }
}
