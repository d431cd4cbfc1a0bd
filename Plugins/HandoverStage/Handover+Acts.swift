import StageKit

extension Handover {
  /// What may come of it in the receiver's own case; the words of the stages that decide there.
  enum Result: String, Choice {
    case adopted
    case adoptedWithSupplement = "adopted-with-supplement"
    case partly, declined
    case notApplicable = "not-applicable"
    case introduce
    case inPart = "in-part"
    case refrain
    case followWait = "follow-wait"
    case done

    var title: Text {
      switch self {
      case .adopted: Text(sv: "Tillämpas", en: "Adopted")
      case .adoptedWithSupplement:
        Text(sv: "Tillämpas med regionalt tillägg", en: "Adopted with a supplement")
      case .partly: Text(sv: "Tillämpas delvis", en: "Partly adopted")
      case .declined: Text(sv: "Tillämpas inte", en: "Declined")
      case .notApplicable: Text(sv: "Ej aktuellt i regionen", en: "Not applicable")
      case .introduce: Text(sv: "Inför", en: "Introduce")
      case .inPart: Text(sv: "Inför delvis", en: "Introduce in part")
      case .refrain: Text(sv: "Avstå", en: "Refrain")
      case .followWait: Text(sv: "Följ avvakta", en: "Follow the wait")
      case .done: Text(sv: "Infört", en: "Done")
      }
    }
  }

  /// What the receiver's case told: a stage of it ended.
  struct Told: Sendable, Equatable {
    let stage: Name
    let outcome: Name
    let on: CivilDate
  }

  /// A result: mirrored from a case, or told by somebody.
  struct Reported: Sendable, Equatable {
    let result: Result
    let on: CivilDate
    let source: String?
  }

  /// Says which case carries it on.
  struct Receive: Act {
    static let name = "receive"
    static let title = Text(sv: "Ta emot i ett eget ärende", en: "Receive in a case of one's own")
    let carriedBy: Name

    init(_ form: inout Form) {
      carriedBy = form("case", sv: "Eget ärende", en: "Own case")
    }

    func faults(in stage: Handover, _ said: Said) -> [Fault] {
      guard let known = stage.carriedBy, !known.isOfSameProduct(as: carriedBy) else { return [] }
      return [
        Fault(
          "handover/other-case", at: "case", sv: "hanteras redan i \(known)",
          en: "carried on in \(known) already")
      ]
    }

    func fold(into stage: inout Handover, _ said: Said) { stage.carriedBy = carriedBy }
  }

  /// Tells that a stage of the receiver's case ended; said by that case itself.
  struct Mirror: Act {
    static let name = "mirror"
    static let title = Text(sv: "Registrera läget i det egna ärendet", en: "Mirror the own case")
    let carriedBy: Name
    let stage: Name
    let outcome: Name

    init(_ form: inout Form) {
      carriedBy = form("case", sv: "Eget ärende", en: "Own case")
      stage = form("stage", sv: "Fas", en: "Stage")
      outcome = form("outcome", sv: "Resultat", en: "Outcome")
    }

    func faults(in stage: Handover, _ said: Said) -> [Fault] {
      guard let known = stage.carriedBy, !known.isOfSameProduct(as: carriedBy) else { return [] }
      return [
        Fault(
          "handover/other-case", at: "case", sv: "hanteras i \(known), inte i \(carriedBy)",
          en: "carried on in \(known), not in \(carriedBy)")
      ]
    }

    func fold(into attempt: inout Handover, _ said: Said) {
      attempt.carriedBy = carriedBy
      attempt.told.append(Told(stage: stage, outcome: outcome, on: said.on))
      guard let result = attempt.settings.result(of: outcome, in: stage) else { return }
      attempt.result = Reported(result: result, on: said.on, source: carriedBy.description)
    }
  }

  /// Reports the result of a body that works outside.
  struct Report: Act {
    static let name = "report"
    static let title = Text(sv: "Rapportera resultatet", en: "Report the result")
    let result: Result
    let source: String?

    init(_ form: inout Form) {
      result = form("result", sv: "Resultat", en: "Result")
      source = form(
        "source", in: 1...1_000, sv: "Källa", en: "Source",
        help: Text(
          sv: "Krävs när någon annan än den ansvariga rapporterar.",
          en: "Owed when another than the owner reports."))
    }

    func faults(in stage: Handover, _ said: Said) -> [Fault] {
      var faults: [Fault] = []
      if !stage.settings.results.contains(result) {
        let list = stage.settings.results.map(\.rawValue)
        let all = list.joined(separator: ", ")
        faults.append(
          Fault(
            "handover/not-a-result", at: "result",
            sv: "'\(result.rawValue)' är inget resultat här, välj bland \(all)",
            en: "'\(result.rawValue)' is no result here, choose among \(all)"
          ).choosing(among: list))
      }
      if source == nil, said.by != stage.owner {
        faults.append(
          Fault(
            "handover/no-source", at: "source",
            sv: "ange källa: \(said.by) rapporterar för \(stage.owner)",
            en: "give the source: \(said.by) reports for \(stage.owner)"))
      }
      return faults
    }

    func fold(into stage: inout Handover, _ said: Said) {
      stage.result = Reported(result: result, on: said.on, source: source)
    }
  }
}

extension Name {
  /// Whether two cases are of one product: their names differ in the last number only.
  fileprivate func isOfSameProduct(as other: Name) -> Bool { product == other.product }

  private var product: Substring {
    let digits = description.reversed().prefix { $0.isNumber }.count
    return description.dropLast(digits)
  }
}

extension Handover.Settings {
  /// What an outcome of a stage of the receiver's case means; nil where the case goes on.
  fileprivate func result(of outcome: Name, in stage: Name) -> Handover.Result? {
    guard stage == self.stage else { return declinedBy.contains(outcome) ? .declined : nil }
    return Handover.Result(rawValue: outcome.description).flatMap {
      results.contains($0) ? $0 : nil
    }
  }
}
