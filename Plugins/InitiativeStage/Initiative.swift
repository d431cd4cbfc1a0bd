public import StageKit

/// A group proposes an initiative: what it is good for, what it rests on, how its effect is measured.
public struct Initiative: Stage {
  /// The name in `uses:`.
  public static let name: StageName = "initiative@1"
  /// What a person sees.
  public static let title = Text(sv: "Förslag till insats", en: "Proposal of an initiative")
  /// What it is for.
  public static let help = Text(
    sv: "Gruppen beskriver insatsen: typ, nyttan för invånarna, målen för god vård, grunderna och "
      + "hur effekten ska mätas. Insatsområde och taggar kan läggas till.",
    en: "The group describes the initiative: kind, benefit for the inhabitants, the goals of good "
      + "care, the grounds and how its effect is to be measured. A focus area and tags may be "
      + "added.")
  /// Its acts.
  public static let acts: [any Act<Initiative>.Type] = [
    Describe.self, Reasons.self, Measure.self, Focus.self, Submit.self,
  ]
  /// The codes that an act can be refused with.
  public static let refusals: [String] = [
    "initiative/ends-first", "initiative/no-care-goals", "initiative/no-counterpart",
    "initiative/no-description", "initiative/no-grounds", "initiative/no-measure",
    "initiative/no-value", "initiative/submitted",
  ]
  /// The proposal, by its day, for who decides on it.
  public static let gives: [Topic] = [TypedTopic<Version>.document.topic]

  static let submitted = Outcome.forward("submitted", sv: "Inlämnad", en: "Submitted")

  /// Submitted.
  public static func outcomes(_ settings: NoSettings) -> [Outcome] { [submitted] }

  let owner: Body
  var description: Describe?
  var reasons = Reasons.Given()
  var measure: Measure?
  var focus: Focus?
  var submittedOn: CivilDate?

  /// Opens an attempt.
  public init(_ settings: NoSettings, _ opening: Opening) {
    owner = opening.owner
  }

  /// Submitted, once nothing is missing and the group says so.
  public var outcome: Outcome? { submittedOn == nil ? nil : Self.submitted }

  /// The owner what is missing, and then the proposal.
  public var owes: [Owed] {
    guard submittedOn == nil else { return [] }
    return [Owed(description == nil ? "describe" : "submit", by: owner)]
  }

  /// The proposal with its day.
  public var given: [Given] {
    submittedOn.map { [Given(.document, Version("initiative", $0.description))] } ?? []
  }

  /// What it is, and whether it has been submitted.
  public var summary: Summary {
    Summary(
      standing: outcome?.title, line: description?.kind.title,
      facts: focus?.facts ?? [], tables: [table])
  }

  // One row, so that a view can list the initiatives of all cases.
  private var table: Summary.Table {
    let columns: [(Summary.Table.Column, Cell)] = [
      (.init("kind", sv: "Typ av insats", en: "Kind"), Cell(description?.kind)),
      (
        .init("benefit", sv: "Nytta för invånarna", en: "Benefit for the inhabitants"),
        Cell(description?.benefit)
      ),
      (.init("counterpart", sv: "Motpart", en: "Counterpart"), Cell(description?.counterpart)),
      (.init("care-goals", sv: "Mål för god vård", en: "Goals of good care"), careGoals),
      (.init("tags", sv: "Taggar", en: "Tags"), joined(description?.tags ?? [])),
      (
        .init("outcome-differences", sv: "Skillnader i resultat", en: "Differences in outcome"),
        Cell(reasons.differences)
      ),
      (
        .init(
          "difference-to-be-made", sv: "Var en verklig skillnad kan göras",
          en: "Where a real difference can be made"), Cell(reasons.toBeMade)
      ),
      (
        .init(
          "fit-for-joint-work", sv: "Vad som lämpar sig att göra gemensamt",
          en: "What is fit to do jointly"), Cell(reasons.joint)
      ),
      (.init("measure", sv: "Resultatmått", en: "Outcome measure"), Cell(measure?.measure)),
      (.init("value", sv: "Väntad effekt", en: "Expected effect"), Cell(measure?.value)),
      (.init("unit", sv: "Enhet", en: "Unit"), Cell(measure?.unit)),
      (
        .init("unknown", sv: "Effekten är okänd", en: "The effect is unknown"),
        measure.map { Cell($0.isUnknown) } ?? .none
      ),
      (.init("focus-area", sv: "Insatsområde", en: "Focus area"), Cell(focus?.area)),
      (.init("diagnoses", sv: "Diagnoser", en: "Diagnoses"), joined(focus?.diagnoses ?? [])),
      (.init("from", sv: "Från", en: "From"), Cell(focus?.from)),
      (.init("to", sv: "Till", en: "To"), Cell(focus?.to)),
      (
        .init("working-group", sv: "Arbetsgrupp", en: "Working group"), Cell(focus?.workingGroup)
      ),
    ]
    return Summary.Table(
      "initiative", sv: "Insatsen", en: "The initiative", columns: columns.map(\.0),
      rows: description == nil ? [] : [columns.map(\.1)])
  }

  private var careGoals: Cell {
    guard let goals = description?.careGoals, !goals.isEmpty else { return .none }
    return Cell(
      sv: goals.map(\.title.sv).joined(separator: ", "),
      en: goals.map(\.title.en).joined(separator: ", "))
  }

  private func joined(_ words: [String]) -> Cell {
    words.isEmpty ? .none : Cell(words.joined(separator: ", "))
  }
}
