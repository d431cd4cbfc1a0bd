import StageKit

extension NeedsAnalysis {
  /// How far care is from the need.
  enum Gap: String, Choice {
    case none, small, large

    var title: Text {
      switch self {
      case .none: Text(sv: "Inget", en: "None")
      case .small: Text(sv: "Litet", en: "Small")
      case .large: Text(sv: "Stort", en: "Large")
      }
    }
  }

  /// A need and what is proposed for it, as it was last said.
  struct Need: Record {
    let need: String
    let gap: Gap
    let today: String?
    let measure: String?
    let proposal: String?
    let priority: Int?

    init(_ form: inout Form) {
      need = form("need", in: 1...500, sv: "Behov", en: "Need")
      gap = form("gap", sv: "Gap", en: "Gap")
      today = form("today", in: 1...1_000, sv: "Dagsläge", en: "Today")
      measure = form("measure", in: 1...500, sv: "Åtgärd", en: "Measure")
      proposal = form("proposal", in: 1...1_000, sv: "Förslag", en: "Proposal")
      priority = form(
        "priority", in: 1...500, sv: "Prioritet", en: "Priority",
        help: Text(sv: "Rangordning: 1 är viktigast.", en: "Rank: 1 matters most."))
    }
  }

  /// Whether patients took part, and how.
  struct Participation: Sendable, Equatable {
    let tookPart: Bool
    let how: String?

    var text: Text {
      let answer = tookPart ? Text(sv: "Ja", en: "Yes") : Text(sv: "Nej", en: "No")
      guard let how else { return answer }
      return Text(sv: "\(answer.sv): \(how)", en: "\(answer.en): \(how)")
    }
  }

  var alreadyFinished: [Fault] {
    guard let finished else { return [] }
    return [
      Fault(
        "needs-analysis/finished", sv: "analysen blev klar \(finished): rätta den i stället",
        en: "the analysis was finished \(finished): correct it instead")
    ]
  }

  /// Describes needs; one named again takes the place of what was said.
  struct Describe: Act {
    static let name = "need"
    static let title = Text(sv: "Beskriv behov och gap", en: "Describe needs and gaps")
    let rows: [Need]

    init(_ form: inout Form) {
      rows = form("rows", in: 1...500, sv: "Behov", en: "Needs")
    }

    func faults(in stage: NeedsAnalysis, _ said: Said) -> [Fault] {
      stage.alreadyFinished
        + rows.repeated("need", by: \.need, code: "needs-analysis/repeated-need")
    }

    func fold(into stage: inout NeedsAnalysis, _ said: Said) {
      stage.needs.replace(with: rows, by: \.need)
    }
  }

  /// Says whether improvement areas were found and ranked together with patients.
  struct Patients: Act {
    static let name = "patients"
    static let title = Text(sv: "Ange patientmedverkan", en: "Say whether patients took part")
    let tookPart: Bool
    let how: String?

    init(_ form: inout Form) {
      tookPart = form("took-part", sv: "Patienter har medverkat", en: "Patients took part")
      how = form("how", in: 1...1_000, sv: "Hur, eller varför inte", en: "How, or why not")
    }

    func faults(in stage: NeedsAnalysis, _ said: Said) -> [Fault] {
      guard how == nil else { return stage.alreadyFinished }
      return stage.alreadyFinished + [
        Fault(
          "needs-analysis/no-how", at: "how",
          sv: tookPart ? "skriv hur patienter har medverkat" : "skriv varför de inte har medverkat",
          en: tookPart ? "write how patients took part" : "write why they did not")
      ]
    }

    func fold(into stage: inout NeedsAnalysis, _ said: Said) {
      stage.participation = Participation(tookPart: tookPart, how: how)
    }
  }

  /// What the choice of measures rests on; an initiative owes all three.
  struct Reasons: Act {
    static let name = "grounds"
    static let title = Text(sv: "Ange grunder", en: "Give the grounds")
    let differences: String?
    let toBeMade: String?
    let joint: String?

    init(_ form: inout Form) {
      differences = form(
        "outcome-differences", in: 1...2_000, sv: "Skillnader i resultat",
        en: "Differences in outcome")
      toBeMade = form(
        "difference-to-be-made", in: 1...2_000, sv: "Var en verklig skillnad kan göras",
        en: "Where a real difference can be made")
      joint = form(
        "fit-for-joint-work", in: 1...2_000, sv: "Vad som lämpar sig att göra gemensamt",
        en: "What is fit to do jointly")
    }

    func faults(in stage: NeedsAnalysis, _ said: Said) -> [Fault] { stage.alreadyFinished }

    func fold(into stage: inout NeedsAnalysis, _ said: Said) { stage.reasons = self }

    var facts: [Summary.Fact] {
      let facts: [Summary.Fact?] = [
        differences.map {
          .init(sv: "Skillnader i resultat", en: "Differences in outcome", Text($0))
        },
        toBeMade.map {
          .init(
            sv: "Var en verklig skillnad kan göras", en: "Where a real difference can be made",
            Text($0))
        },
        joint.map {
          .init(
            sv: "Vad som lämpar sig att göra gemensamt", en: "What is fit to do jointly", Text($0))
        },
      ]
      return facts.compactMap(\.self)
    }
  }

  /// Says that the analysis is done: the needs are ranked, and what patients took part in is said.
  struct Finish: Act {
    static let name = "finish"
    static let title = Text(sv: "Markera analysen som klar", en: "Finish the analysis")
    let note: String?

    init(_ form: inout Form) {
      note = form("note", in: 1...2_000, sv: "Kommentar", en: "Note")
    }

    func faults(in stage: NeedsAnalysis, _ said: Said) -> [Fault] {
      var faults = stage.alreadyFinished
      if stage.needs.isEmpty {
        faults.append(
          Fault(
            "needs-analysis/no-needs", sv: "inga behov är beskrivna", en: "no needs are described"))
      } else if !stage.isOrdered {
        faults.append(
          Fault(
            "needs-analysis/no-order",
            sv: "rangordna åtgärderna: 1, 2, 3 och så vidare, en siffra för varje gap",
            en: "rank the measures: 1, 2, 3 and so on, each once, for every gap"))
      }
      if stage.participation == nil {
        faults.append(
          Fault(
            "needs-analysis/patients-not-said", sv: "ange om patienter har medverkat",
            en: "say whether patients took part"))
      }
      return faults
    }

    func fold(into stage: inout NeedsAnalysis, _ said: Said) { stage.finished = said.on }
  }
}
