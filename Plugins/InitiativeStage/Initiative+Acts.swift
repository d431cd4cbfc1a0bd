import StageKit

extension Initiative {
  /// Says what the initiative is and what it is good for.
  struct Describe: Act {
    static let name = "describe"
    static let title = Text(sv: "Beskriv insatsen", en: "Describe the initiative")
    let kind: Kind
    let benefit: String
    let careGoals: [CareGoal]
    let tags: [String]
    let counterpart: String?

    init(_ form: inout Form) {
      kind = form("kind", sv: "Typ av insats", en: "Kind")
      benefit = form(
        "benefit", in: 1...2_000, sv: "Nytta för invånarna", en: "Benefit for the inhabitants")
      careGoals = form("care-goals", in: 0...6, sv: "Mål för god vård", en: "Goals of good care")
      tags = form(
        "tags", in: 0...20, sv: "Taggar", en: "Tags",
        help: Text(sv: "Till exempel nära vård.", en: "For instance nära vård."))
      counterpart = form(
        "counterpart", in: 1...200, sv: "Motpart", en: "Counterpart",
        help: Text(sv: "Krävs vid en statlig satsning.", en: "Owed for a state initiative."))
    }

    func faults(in stage: Initiative, _ said: Said) -> [Fault] {
      guard kind == .stateInitiative, counterpart == nil else { return stage.alreadySubmitted }
      return stage.alreadySubmitted + [
        Fault(
          "initiative/no-counterpart", at: "counterpart",
          sv: "ange motparten vid en statlig satsning",
          en: "give the counterpart of a state initiative")
      ]
    }

    func fold(into stage: inout Initiative, _ said: Said) { stage.description = self }
  }

  /// What the initiative rests on; can be filled in bit by bit.
  struct Reasons: Act {
    static let name = "grounds"
    static let title = Text(sv: "Ange grunder", en: "Give the grounds")
    let said: Given

    /// The three grounds.
    struct Given: Sendable, Equatable {
      var differences: String?
      var toBeMade: String?
      var joint: String?

      var areComplete: Bool { differences != nil && toBeMade != nil && joint != nil }
    }

    init(_ form: inout Form) {
      said = Given(
        differences: form(
          "outcome-differences", in: 1...2_000, sv: "Skillnader i resultat",
          en: "Differences in outcome"),
        toBeMade: form(
          "difference-to-be-made", in: 1...2_000, sv: "Var en verklig skillnad kan göras",
          en: "Where a real difference can be made"),
        joint: form(
          "fit-for-joint-work", in: 1...2_000, sv: "Vad som lämpar sig att göra gemensamt",
          en: "What is fit to do jointly"))
    }

    func faults(in stage: Initiative, _ said: Said) -> [Fault] { stage.alreadySubmitted }

    func fold(into stage: inout Initiative, _ when: Said) {
      stage.reasons = Given(
        differences: said.differences ?? stage.reasons.differences,
        toBeMade: said.toBeMade ?? stage.reasons.toBeMade,
        joint: said.joint ?? stage.reasons.joint)
    }
  }

  /// How the effect is to be measured: lives, equal health; a number, or that it is unknown.
  struct Measure: Act {
    static let name = "measure"
    static let title = Text(sv: "Ange resultatmått", en: "Give the outcome measure")
    let measure: String
    let value: DecimalNumber?
    let unit: String?
    let isUnknown: Bool

    init(_ form: inout Form) {
      measure = form("measure", in: 1...300, sv: "Resultatmått", en: "Outcome measure")
      value = form("value", sv: "Väntad effekt", en: "Expected effect")
      unit = form("unit", in: 1...60, sv: "Enhet", en: "Unit")
      isUnknown = form(
        "unknown", default: false, sv: "Effekten är okänd", en: "The effect is unknown")
    }

    func faults(in stage: Initiative, _ said: Said) -> [Fault] {
      guard (value == nil) != isUnknown else { return stage.alreadySubmitted }
      return stage.alreadySubmitted + [
        Fault(
          "initiative/no-value", at: "value",
          sv: "ange antingen ett tal eller att effekten är okänd",
          en: "give a number, or say that the effect is unknown, and not both")
      ]
    }

    func fold(into stage: inout Initiative, _ said: Said) { stage.measure = self }
  }

  /// The focus area that it belongs to, tied to diagnoses or questions, for a time.
  struct Focus: Act {
    static let name = "focus"
    static let title = Text(sv: "Ange insatsområde", en: "Give the focus area")
    let area: String
    let diagnoses: [String]
    let from: CivilDate?
    let to: CivilDate?
    let workingGroup: Body?

    init(_ form: inout Form) {
      area = form("area", in: 1...300, sv: "Insatsområde", en: "Focus area")
      diagnoses = form(
        "diagnoses", in: 0...50, sv: "Diagnoser eller frågor", en: "Diagnoses or questions")
      from = form("from", sv: "Från", en: "From")
      to = form("to", sv: "Till", en: "To")
      workingGroup = form("working-group", sv: "Arbetsgrupp", en: "Working group")
    }

    func faults(in stage: Initiative, _ said: Said) -> [Fault] {
      guard let from, let to, to.lastDay < from.firstDay else { return stage.alreadySubmitted }
      return stage.alreadySubmitted + [
        Fault(
          "initiative/ends-first", at: "to", sv: "\(to) är före \(from)",
          en: "\(to) is before \(from)")
      ]
    }

    func fold(into stage: inout Initiative, _ said: Said) { stage.focus = self }

    var facts: [Summary.Fact] { [.init(sv: "Insatsområde", en: "Focus area", Text(area))] }
  }

  /// Hands the proposal in, when nothing is missing.
  struct Submit: Act {
    static let name = "submit"
    static let title = Text(sv: "Lämna in förslaget", en: "Submit the proposal")
    let note: String?

    init(_ form: inout Form) {
      note = form("note", in: 1...2_000, sv: "Kommentar", en: "Note")
    }

    func faults(in stage: Initiative, _ said: Said) -> [Fault] {
      var faults = stage.alreadySubmitted
      if stage.description == nil {
        faults.append(
          Fault(
            "initiative/no-description", sv: "insatsen är inte beskriven",
            en: "the initiative is not described"))
      } else if stage.description?.careGoals.isEmpty == true {
        faults.append(
          Fault(
            "initiative/no-care-goals", sv: "ange vilka av målen för god vård som insatsen gäller",
            en: "say which of the goals of good care it is about"))
      }
      if !stage.reasons.areComplete {
        let missing = stage.missingReasons
        faults.append(
          Fault(
            "initiative/no-grounds",
            sv: "grunder saknas: \(missing.sv)", en: "grounds are missing: \(missing.en)"))
      }
      if stage.measure == nil {
        faults.append(
          Fault(
            "initiative/no-measure", sv: "ange resultatmått, eller att effekten är okänd",
            en: "give an outcome measure, or say that the effect is unknown"))
      }
      return faults
    }

    func fold(into stage: inout Initiative, _ said: Said) { stage.submittedOn = said.on }
  }

  private var missingReasons: Text {
    let all: [(String?, Text)] = [
      (reasons.differences, Text(sv: "skillnader i resultat", en: "differences in outcome")),
      (
        reasons.toBeMade,
        Text(sv: "var en verklig skillnad kan göras", en: "where a real difference can be made")
      ),
      (
        reasons.joint,
        Text(sv: "vad som lämpar sig att göra gemensamt", en: "what is fit to do jointly")
      ),
    ]
    let missing = all.filter { $0.0 == nil }.map(\.1)
    return Text(
      sv: missing.map(\.sv).joined(separator: ", "), en: missing.map(\.en).joined(separator: ", "))
  }
}
