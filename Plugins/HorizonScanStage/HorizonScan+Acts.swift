import StageKit

extension HorizonScan {
  /// What makes something a candidate; by the councils' page on selection, at least one must be met.
  ///
  /// https://janusinfo.se/nationelltordnatinforande/saarbetarvi/arkiv/urval.5.4771ab7716298ed82ba97aca.html
  enum Criterion: String, Choice {
    case population, morbidity, benefit, innovation, cost, reorganisation, guidelines, safety
    case interest, pace, controversy

    var title: Text {
      switch self {
      case .population: Text(sv: "Stor patientgrupp", en: "Large patient group")
      case .morbidity: Text(sv: "Betydande sjuklighet", en: "Significant morbidity")
      case .benefit: Text(sv: "Kan ge klinisk nytta", en: "May bring clinical benefit")
      case .innovation: Text(sv: "Nytt sätt att behandla", en: "New way of treating")
      case .cost: Text(sv: "Kan påverka kostnaderna", en: "May affect costs")
      case .reorganisation:
        Text(sv: "Vården kan behöva organiseras om", en: "Care may need to be re-organised")
      case .guidelines:
        Text(
          sv: "Kan påverka riktlinjer och rekommendationer",
          en: "May affect guidelines and recommendations")
      case .safety: Text(sv: "Säkerhetsaspekter", en: "Safety issues")
      case .interest:
        Text(sv: "Stort intresse hos medier eller patienter", en: "High media or patient interest")
      case .pace:
        Text(sv: "Kan införas för snabbt eller för långsamt", en: "May spread too fast or slowly")
      case .controversy:
        Text(
          sv: "Juridiskt, etiskt eller politiskt intressant",
          en: "Legally, ethically or politically interesting")
      }
    }
  }

  /// Says which criteria are met; said again, it replaces what was said.
  struct Judge: Act {
    static let name = "criteria"
    static let title = Text(
      sv: "Bedöm mot urvalskriterierna", en: "Judge by the criteria of selection")
    let criteria: [Criterion]
    let approval: CivilDate?

    init(_ form: inout Form) {
      criteria = form("criteria", in: 1...11, sv: "Uppfyllda kriterier", en: "Criteria met")
      approval = form("approval", sv: "Väntat godkännande", en: "Expected approval")
    }

    func faults(in stage: HorizonScan, _ said: Said) -> [Fault] {
      stage.alreadyDecided
        + criteria.repeatedIndices.map { index in
          let criterion = criteria[index]
          return Fault(
            "horizon-scan/repeated-criterion", at: ["criteria", .index(index)],
            sv: "'\(criterion.rawValue)' står redan i listan",
            en: "'\(criterion.rawValue)' is in the list already")
        }
    }

    func fold(into stage: inout HorizonScan, _ said: Said) { stage.judged = self }
  }

  /// Registers the early assessment report.
  struct Report: Act {
    static let name = "report"
    static let title = Text(
      sv: "Registrera tidig bedömningsrapport", en: "Register the early assessment report")
    let at: String
    let version: String?

    init(_ form: inout Form) {
      at = form(
        "at", in: 1...1_000, sv: "Finns på", en: "Found at",
        help: Text(sv: "Länk eller filnamn.", en: "A link or the name of a file."))
      version = form(
        "version", in: 1...40, sv: "Version", en: "Version",
        help: Text(sv: "Registreringsdagen, om inget annat anges.", en: "The day, unless given."))
    }

    func faults(in stage: HorizonScan, _ said: Said) -> [Fault] { stage.alreadyDecided }

    func fold(into stage: inout HorizonScan, _ said: Said) {
      stage.report = Reported(act: self, on: said.on)
    }
  }

  /// Goes on with it.
  struct Select: Act {
    static let name = "select"
    static let title = Text(sv: "Välj ut", en: "Select")

    init(_ form: inout Form) {}

    func faults(in stage: HorizonScan, _ said: Said) -> [Fault] {
      var faults = stage.alreadyDecided
      if stage.judged == nil {
        faults.append(
          Fault(
            "horizon-scan/no-criterion",
            sv: "minst ett urvalskriterium ska vara uppfyllt: registrera bedömningen först",
            en: "at least one criterion must be met: register the judgement first"))
      }
      if stage.report == nil {
        faults.append(
          Fault(
            "horizon-scan/no-report", sv: "den tidiga bedömningsrapporten saknas",
            en: "the early assessment report is missing"))
      }
      return faults
    }

    func fold(into stage: inout HorizonScan, _ said: Said) {
      stage.ending = Ending(reason: nil, isSelected: true, on: said.on)
    }
  }

  /// Leaves it.
  struct Drop: Act {
    static let name = "drop"
    static let title = Text(sv: "Välj inte ut", en: "Drop")
    let reason: String

    init(_ form: inout Form) {
      reason = form("reason", in: 1...2_000, sv: "Skäl", en: "Reason")
    }

    func faults(in stage: HorizonScan, _ said: Said) -> [Fault] { stage.alreadyDecided }

    func fold(into stage: inout HorizonScan, _ said: Said) {
      stage.ending = Ending(reason: reason, isSelected: false, on: said.on)
    }
  }

  private var alreadyDecided: [Fault] {
    guard let ending, let title = outcome?.title else { return [] }
    return [
      Fault(
        "horizon-scan/decided",
        sv: "det avgjordes \(ending.on) (\(title.sv.lowercased())): rätta det i stället",
        en: "it was settled \(ending.on) (\(title.en.lowercased())): correct that")
    ]
  }
}
