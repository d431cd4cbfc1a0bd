package import CivilTime
package import Definitions
package import Located
package import StageKit

/// A scenario: dated acts and expectations, so that users test their own definitions.
package struct ScenarioForm: Record {
  package let scenario: Sited<Name>
  package let title: TextForm?
  package let source: [String]
  package let cases: [ScenarioCase]
  package let pipeline: Sited<String>?
  package let product: ProductForm?
  package let edition: Edition?
  package let openedBy: Sited<Name>?
  package let roles: Entries<Sited<Name>>
  package let opened: Sited<CivilDate>?
  package let atStage: Sited<Name>?
  package let inForce: CivilDate?
  package let steps: [Sited<StepForm>]

  package init(_ form: inout Form) {
    scenario = form("scenario", sv: "Exempelärendets id", en: "The scenario's id")
    title = form("title", sv: "Rubrik", en: "Title")
    source = form("source", sv: "Källor", en: "Sources")
    cases = form("cases", sv: "Flera ärenden", en: "Several cases")
    pipeline = form(
      "pipeline", sv: "Process, med eller utan version", en: "Pipeline, with version or not")
    product = form("product", sv: "Vad det avser", en: "What it is about")
    edition = form("edition", sv: "Utgåva", en: "Edition")
    openedBy = form("opened-by", sv: "Öppnat av", en: "Opened by")
    roles = form("roles", sv: "Roller", en: "Roles")
    opened = form("opened", sv: "Öppnat", en: "Opened")
    atStage = form("at-stage", sv: "Tas över vid fasen", en: "Taken over at the stage")
    inForce = form("in-force", sv: "Gällande sedan", en: "In force since")
    steps = form("steps", sv: "Steg", en: "Steps")
  }

  /// The cases, whether one is told at the top or several in a list.
  package var all: [ScenarioCase] {
    // Several cases may say their pipeline once, at the top.
    guard cases.isEmpty, let product, let opened else {
      return cases.map { $0.pipeline == nil ? $0.taking(pipeline) : $0 }
    }
    return [
      ScenarioCase(
        name: scenario.value, pipeline: pipeline, product: product, edition: edition,
        openedBy: openedBy,
        roles: roles, opened: opened, atStage: atStage, inForce: inForce)
    ]
  }
}

/// Which edition of a product a case makes.
package enum Edition: String, Choice {
  case first, revision

  package var title: Text {
    switch self {
    case .first: Text(sv: "första utgåvan", en: "first edition")
    case .revision: Text(sv: "revidering", en: "revision")
    }
  }
}

/// One case of a scenario.
package struct ScenarioCase: Record {
  package let name: Name?
  package let pipeline: Sited<String>?
  package let product: ProductForm
  package let edition: Edition?
  package let openedBy: Sited<Name>?
  package let roles: Entries<Sited<Name>>
  package let opened: Sited<CivilDate>
  package let atStage: Sited<Name>?
  package let inForce: CivilDate?
  package let carries: Sited<CarriesForm>?

  init(
    name: Name?, pipeline: Sited<String>?, product: ProductForm, edition: Edition?,
    openedBy: Sited<Name>?, roles: Entries<Sited<Name>>, opened: Sited<CivilDate>,
    atStage: Sited<Name>?, inForce: CivilDate?, carries: Sited<CarriesForm>? = nil
  ) {
    self.name = name
    self.pipeline = pipeline
    self.product = product
    self.edition = edition
    self.openedBy = openedBy
    self.roles = roles
    self.opened = opened
    self.atStage = atStage
    self.inForce = inForce
    self.carries = carries
  }

  func taking(_ pipeline: Sited<String>?) -> ScenarioCase {
    ScenarioCase(
      name: name, pipeline: pipeline, product: product, edition: edition, openedBy: openedBy,
      roles: roles, opened: opened, atStage: atStage, inForce: inForce, carries: carries)
  }

  package init(_ form: inout Form) {
    name = form("case", sv: "Ärendets namn i stegen", en: "The case's name in the steps")
    pipeline = form("pipeline", sv: "Process", en: "Pipeline")
    product = form("product", sv: "Vad det avser", en: "What it is about")
    edition = form("edition", sv: "Utgåva", en: "Edition")
    openedBy = form("opened-by", sv: "Öppnat av", en: "Opened by")
    roles = form("roles", sv: "Roller", en: "Roles")
    opened = form("opened", sv: "Öppnat", en: "Opened")
    atStage = form("at-stage", sv: "Tas över vid fasen", en: "Taken over at the stage")
    inForce = form("in-force", sv: "Gällande sedan", en: "In force since")
    carries = form("carries", sv: "Tar emot från", en: "Carries on from")
  }
}

/// The lane of an earlier case of the scenario that a case carries.
package struct CarriesForm: Record {
  package let ofCase: Sited<Name>
  package let stage: Sited<Name>
  package let lane: Sited<Name>

  package init(_ form: inout Form) {
    ofCase = form("case", sv: "Det andra ärendets namn", en: "The other case's name")
    stage = form("stage", sv: "Fas som lämnar över", en: "Stage that hands over")
    lane = form("lane", sv: "För vem", en: "For whom")
  }
}

/// A product of a scenario.
package struct ProductForm: Record {
  package let id: Sited<Name>
  package let kind: Sited<Name>?
  package let title: TextForm?
  package let inputs: Entries<InputValue>

  package init(_ form: inout Form) {
    id = form("id", sv: "Id", en: "Id")
    kind = form("kind", sv: "Typ", en: "Kind")
    title = form("title", sv: "Rubrik", en: "Title")
    inputs = form("inputs", sv: "Uppgifter", en: "Inputs")
  }
}

/// Something that is done, or that must be so, on a day.
package struct StepForm: Record {
  package let at: CivilDate
  package let ofCase: Sited<Name>?
  package let stage: Sited<String>?
  package let lane: Name?
  package let act: Sited<Name>?
  package let outcome: Sited<Name>?
  package let by: Sited<Name>?
  package let form: RawNode?
  package let refused: Sited<String>?
  package let tick: Bool
  package let expect: Sited<ExpectForm>?

  package init(_ form: inout Form) {
    at = form("at", sv: "Dag eller månad", en: "Day or month")
    ofCase = form("case", sv: "Ärende", en: "Case")
    stage = form("stage", sv: "Fas", en: "Stage")
    lane = form("lane", sv: "Region eller motsvarande", en: "Region or other member")
    act = form("act", sv: "Vad som görs", en: "What is done")
    outcome = form(
      "outcome", sv: "Resultat, utan att säga hur", en: "Outcome, without telling how")
    by = form("for", sv: "För vem", en: "On whose behalf")
    self.form = form("with", sv: "Uppgifter", en: "Fields")
    refused = form("refused", sv: "Kan inte registreras, med koden", en: "Refused, with the code")
    tick = form("tick", default: false, sv: "Klockan går", en: "The clock runs")
    expect = form("expect", sv: "Ska vara så", en: "Must be so")
  }
}

/// What must be so.
package struct ExpectForm: Record {
  package let stage: Sited<String>?
  package let lane: Sited<Name>?
  package let state: Sited<Name>?
  package let attempt: Sited<Int>?
  package let outcome: Sited<Name>?
  package let opens: Sited<CivilDate>?
  package let closes: Sited<CivilDate>?
  package let owner: Sited<Name>?
  package let owes: Sited<[Name]>?
  package let reminded: Sited<[CivilDate]>?
  package let lanes: Entries<Sited<Int>>
  package let ofCase: CaseExpectation?
  package let inForce: Sited<InForceField>?
  package let open: Sited<[Name]>?

  package init(_ form: inout Form) {
    stage = form("stage", sv: "Fas", en: "Stage")
    lane = form("lane", sv: "Region eller motsvarande", en: "Region or other member")
    state = form("state", sv: "Läge", en: "State")
    attempt = form("attempt", sv: "Omgång", en: "Attempt")
    outcome = form("outcome", sv: "Resultat", en: "Outcome")
    opens = form("opens", sv: "Öppnar", en: "Opens")
    closes = form("closes", sv: "Sista dag", en: "Closes")
    owner = form("owner", sv: "Ansvarig", en: "Owner")
    owes = form("owes", sv: "Saknas från", en: "Owed by")
    reminded = form("reminded", sv: "Påminnelser som gått", en: "Reminders sent")
    lanes = form("lanes", sv: "Antal per läge", en: "Count by state")
    ofCase = form("case", sv: "Ärendet", en: "The case")
    inForce = form("in-force", sv: "Gällande", en: "In force")
    open = form("open", sv: "Faser som pågår", en: "Open stages")
  }

  /// Whether it is only about the product, whatever its cases.
  var isOfProduct: Bool { stage == nil && open == nil && ofCase == nil }
}

/// What must hold for a case.
package struct CaseExpectation: Record {
  package let state: Sited<Name>?
  package let inForce: Sited<Bool>?

  package init(_ form: inout Form) {
    state = form("state", sv: "Läge", en: "State")
    inForce = form("in-force", sv: "Har gällande version", en: "Has the version in force")
  }
}

/// Which version must be in force: `none`, or of a case, since a day.
package struct InForceField: FieldValue {
  package let ofCase: Name?
  package let since: CivilDate?

  private struct Version: Record {
    let ofCase: Name?
    let since: CivilDate?

    init(_ form: inout Form) {
      ofCase = form("case", sv: "Ärende", en: "Case")
      since = form("since", sv: "Sedan", en: "Since")
    }
  }

  package static var shape: Shape { .either([.word("none", pattern: "^none$"), Version.shape]) }
  package static var blank: InForceField { InForceField(nil, nil) }
  package var isNone: Bool { ofCase == nil && since == nil }

  private init(_ ofCase: Name?, _ since: CivilDate?) {
    self.ofCase = ofCase
    self.since = since
  }

  package init?(reading input: inout FieldInput) {
    if input.node.kind == .mapping {
      guard let version = Version(reading: &input) else { return nil }
      self.init(version.ofCase, version.since)
    } else {
      guard input.node.text == "none" else {
        input.fault(
          "schema/bad-choice", sv: "här ska det stå none eller {case: ID, since: DATUM}",
          en: "expected here: none or {case: ID, since: DATE}")
        return nil
      }
      self = .blank
    }
  }

  package init(replaying reader: inout StoredReader) {
    self = .blank
    reader.reject()
  }
}
