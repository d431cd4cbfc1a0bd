import StageKit

extension Decide {
  func faults(in stage: RegionalDecision, _ said: Said) -> [Fault] {
    citationFaults(in: stage, said) + waitFaults(in: stage) + reasonFaults(in: stage)
      + untilFaults(said) + sourceFaults(in: stage, said)
  }

  private func citationFaults(in stage: RegionalDecision, _ said: Said) -> [Fault] {
    guard let label = recommendation else {
      guard stand != .later else { return [] }
      let now = stage.currentText
      return [
        fault(
          "no-recommendation", at: "recommendation",
          sv: "ange vilken version beslutet bygger på\(now.sv)",
          en: "say which version the decision is based on\(now.en)")
      ]
    }
    var faults: [Fault] = []
    let now = stage.currentText
    switch stage.citation(label) {
    case .unknown:
      faults.append(
        fault(
          "unknown-version", at: "recommendation", sv: "version '\(label)' är okänd\(now.sv)",
          en: "version '\(label)' is unknown\(now.en)"))
    case .older where !older:
      faults.append(
        fault(
          "older-version", at: "recommendation",
          sv: "det finns en nyare version än '\(label)'\(now.sv), "
            + "bekräfta att beslutet bygger på en äldre version (older)",
          en: "there is a newer version than '\(label)'\(now.en), "
            + "confirm with older if the decision is based on the older one"))
    case .older, .current, .unverified: break
    }
    if let issued = CivilDate(label), said.on.lastDay < issued.firstDay {
      faults.append(
        fault(
          "before-version", at: "recommendation",
          sv: "beslutet \(said.on) är äldre än version \(label)",
          en: "the decision of \(said.on) is older than version \(label)"))
    }
    return faults
  }

  // A wait binds while it holds, and a decision that was based on it can only have followed it.
  private func waitFaults(in stage: RegionalDecision) -> [Fault] {
    let now = stage.nationalValue
    let cited = recommendation.flatMap { stage.nationalValue(in: $0) }
    if now == .wait || cited == .wait, !stand.respectsWait {
      return [
        fault(
          "wait", at: "stand", sv: "rekommendationen är avvakta: följ avvakta eller besluta senare",
          en: "the recommendation is to wait: follow-wait or later")
      ]
    }
    if stand == .followWait, let value = cited ?? now, value != .wait {
      return [
        fault(
          "no-wait", at: "stand",
          sv: "det finns inget avvakta att följa, rekommendationen är \(value.title.sv)",
          en: "there is no wait to follow, the recommendation is \(value.title.en)")
      ]
    }
    return []
  }

  private func reasonFaults(in stage: RegionalDecision) -> [Fault] {
    guard reason == nil else { return [] }
    if stand == .later {
      return [
        fault(
          "no-reason", at: "reason", sv: "ange varför beslutet tas senare",
          en: "say why the decision comes later")
      ]
    }
    let value = recommendation.flatMap { stage.nationalValue(in: $0) }
    guard deviation || value.map({ stand.departs(from: $0) }) ?? false else { return [] }
    let (sv, en) = value.map { (" (\($0.title.sv))", " (\($0.title.en))") } ?? ("", "")
    return [
      fault(
        "no-reason", at: "reason", sv: "avviker från nationell rekommendation\(sv), ange skäl",
        en: "departs from the national recommendation\(en), give the reason")
    ]
  }

  // What another tells of a region can be looked up, or it is hearsay.
  private func sourceFaults(in stage: RegionalDecision, _ said: Said) -> [Fault] {
    guard said.by != stage.owner, source == nil else { return [] }
    return [
      fault(
        "no-source", at: "source",
        sv: "ange var uppgiften finns, när \(stage.owner) inte lämnar den själv",
        en: "say where it was found, since it is not \(stage.owner) that reports")
    ]
  }

  private func untilFaults(_ said: Said) -> [Fault] {
    guard let until else { return [] }
    if stand != .later {
      return [
        fault(
          "until-without-later", at: "until", sv: "bara ett beslut senare har ett väntat datum",
          en: "only a decision later has an expected date")
      ]
    }
    guard until.lastDay < said.on.firstDay else { return [] }
    return [
      fault(
        "until-passed", at: "until", sv: "\(until) är före \(said.on)",
        en: "\(until) is before \(said.on)")
    ]
  }

  private func fault(_ code: String, at place: Place, sv: String, en: String) -> Fault {
    Fault("regional-decision/\(code)", at: place, sv: sv, en: en)
  }
}

extension RegionalDecision {
  /// ", gällande är 2022-02-17 (Kan)"; nothing where no version was handed on.
  fileprivate var currentText: Text {
    guard let current else { return Text("") }
    let value = nationalValue?.title ?? Text(current.name)
    return Text(
      sv: ", gällande är \(current.label) (\(value.sv))",
      en: ", the current one is \(current.label) (\(value.en))")
  }
}
