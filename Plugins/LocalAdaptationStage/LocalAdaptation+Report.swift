import StageKit

extension LocalAdaptation {
  /// A stand as it was reported: by whom, when, from where.
  struct Reported: Sendable, Equatable {
    let stand: Stand
    let reason: String?
    let supplement: String?
    /// The national version that the supplement was made for.
    let madeFor: String?
    let source: String?
    let decidedOn: CivilDate?
    let until: CivilDate?
    let by: Body
    let on: CivilDate

    /// The stand, with the day when a new one is promised.
    var standing: Text {
      guard let until else { return stand.title }
      return Text(sv: "\(stand.title.sv), \(until)", en: "\(stand.title.en), \(until)")
    }
  }

  /// Says where the region stands, or what is known of it.
  struct Report: Act {
    static let name = "report"
    static let title = Text(sv: "Rapportera ställningstagande", en: "Report the stand")
    let stand: Stand
    let reason: String?
    let supplement: String?
    let madeFor: String?
    let source: String?
    let date: CivilDate?
    let until: CivilDate?

    init(_ form: inout Form) {
      stand = form("stand", sv: "Ställningstagande", en: "Stand")
      reason = form(
        "reason", in: 1...2_000, sv: "Skäl", en: "Reason",
        help: Text(
          sv: "Krävs när versionen inte tillämpas helt eller beslutet dröjer.",
          en: "Owed where it is not adopted as a whole, or decided later."))
      supplement = form(
        "supplement", in: 1...1_000, sv: "Regionalt tillägg", en: "Supplement",
        help: Text(sv: "Länk till tillägget.", en: "A link to it."))
      madeFor = form(
        "made-for", in: 1...40, sv: "Tillägget är gjort för version",
        en: "The supplement was made for version",
        help: Text(
          sv: "Den nationella version som gäller här, om inget annat anges.",
          en: "The national version at hand, unless another is given."))
      source = form(
        "source", in: 1...1_000, sv: "Källa", en: "Source",
        help: Text(
          sv: "Krävs när någon annan än regionen rapporterar.",
          en: "Owed when another than the region reports."))
      date = form("date", sv: "Beslutat den", en: "Decided on the day")
      until = form("until", sv: "Beslut väntas", en: "A decision is expected")
    }

    func fold(into stage: inout LocalAdaptation, _ said: Said) {
      stage.reports.append(
        Reported(
          stand: stand, reason: reason, supplement: supplement,
          madeFor: supplement.flatMap { _ in madeFor ?? stage.version?.label }, source: source,
          decidedOn: date, until: until, by: said.by, on: said.on))
    }

    func faults(in stage: LocalAdaptation, _ said: Said) -> [Fault] {
      var faults = owedFaults(in: stage, said)
      if let last = stage.reports.last, last.stand.outcome != nil {
        faults.append(
          Fault(
            "local-adaptation/reported",
            sv:
              "\(last.by) rapporterade \(last.stand.title.sv.lowercased()) \(last.on): rätta det i stället",
            en: "\(last.by) reported \(last.stand.title.en.lowercased()) \(last.on): correct that"))
      }
      if let date, date.firstDay > said.on.lastDay {
        faults.append(
          Fault(
            "local-adaptation/not-yet", at: "date", sv: "\(date) är senare än rapporten \(said.on)",
            en: "\(date) is later than the report, \(said.on)"))
      }
      if let until, stand != .later {
        faults.append(
          Fault(
            "local-adaptation/until-decided", at: "until",
            sv: "\(until) hör bara till beslut senare", en: "\(until) belongs to later only"))
      } else if let until, until.lastDay < said.on.firstDay {
        faults.append(
          Fault(
            "local-adaptation/until-passed", at: "until",
            sv: "\(until) har redan varit när det rapporteras \(said.on)",
            en: "\(until) is before the day of the report, \(said.on)"))
      }
      if madeFor != nil && supplement == nil {
        faults.append(
          Fault(
            "local-adaptation/no-supplement", at: "supplement",
            sv: "ange länken till tillägget", en: "give the link to the supplement"))
      }
      return faults
    }

    private func owedFaults(in stage: LocalAdaptation, _ said: Said) -> [Fault] {
      var faults: [Fault] = []
      if stand.owesReason && reason == nil {
        faults.append(
          Fault("local-adaptation/no-reason", at: "reason", sv: "skriv skälet", en: "write why"))
      }
      if stand == .adoptedWithSupplement && supplement == nil && madeFor == nil {
        faults.append(
          Fault(
            "local-adaptation/no-supplement", at: "supplement",
            sv: "ange länken till tillägget", en: "give the link to the supplement"))
      }
      if said.by != stage.owner && source == nil {
        faults.append(
          Fault(
            "local-adaptation/no-source", at: "source",
            sv: "ange var uppgiften finns, när \(stage.owner) inte lämnar den själv",
            en: "say where it was found, since it is not \(stage.owner) that reports"))
      }
      if stage.settings.gapAnalysis && stage.gaps.isEmpty && stand.owesGapAnalysis {
        faults.append(
          Fault(
            "local-adaptation/no-gap-analysis", at: "stand",
            sv: "registrera gapanalysen först", en: "register the gap analysis first"))
      }
      return faults
    }
  }
}
