import CivilTime
import Lifecycle
import Located
import StageKit

// Stories beside the care programme's: a drug in the regions, initiatives, promises.

extension Story {
  static let drug = """
    pipeline: lakemedel
    version: "1"
    valid: {from: 2020-01-01}
    title: {sv: Ordnat införande, en: Managed introduction}
    product: drug-indication
    key: substance
    owner: samverkan
    inputs:
      substance: {type: text, title: {sv: Substans, en: Substance}}
    stages:
      - id: rekommendation
        uses: recommendation@1
        within: 9 months
        in-force: [should-use, may-use, refrain]
      - id: beslut
        uses: regional-decision@1
        for-each: regions
        within: 3 months
      - id: inforande
        uses: implementation@1
        for-each: regions
        within: 12 months
        proceed: {at-least: 1}
      - id: omprovning
        title: {sv: Ny bedömning, en: Reassessment}
        uses: review@1
        every: 24 months
        with: {subject: recommendation, results: [large-revision, retire]}
        outcomes: {large-revision: new-case, retire: end}

    """

  static let priced = """
    pipeline: prissatt
    version: "1"
    valid: {from: 2020-01-01}
    title: {sv: Ordnat införande, en: Managed introduction}
    product: drug-indication
    key: substance
    owner: samverkan
    inputs:
      substance: {type: text, title: {sv: Substans, en: Substance}}
      patients: {type: whole-number, optional: true, title: {sv: Patienter, en: Patients}}
      cost: {type: whole-number, optional: true, title: {sv: Kostnad, en: Cost}}
      budget-year: {type: whole-number, optional: true, title: {sv: Budgetår, en: Budget year}}
      agreement-until: {type: date, optional: true, title: {sv: Avtal till, en: Agreement until}}
    stages:
      - {id: avtal, uses: acknowledgement@1, due: 1 day before agreement-until}

    """

  /// A drug with what is known of its cost.
  static func ofCost(_ stream: String, _ inputs: KeyValuePairs<String, String>) throws -> Story {
    let story = try Story(stream, pipeline: priced)
    try story.perform(
      .open(
        Command.OpenCase(
          title: Text(stream), pipeline: .latest(id: "prissatt"),
          inputs: [Binding("substance", stream)] + inputs.map { Binding($0.key, $0.value) },
          roles: [])),
      on: "2026-01-12", for: "samverkan")
    return story
  }

  static let initiative = """
    pipeline: insats
    version: "1"
    valid: {from: 2018-01-01}
    title: {sv: Insats, en: Initiative}
    product: initiative
    key: subject
    owner: grupp
    roles: {grupp: working-group}
    inputs:
      subject: {type: text, title: {sv: Insats, en: Initiative}}
    stages:
      - {id: forslag, uses: initiative@1, within: 3 months}
      - {id: beslut, uses: decision@1, owner: samverkan, within: 2 months, outcomes: {refer-back: {to: forslag, at-most: 1}, reject: end}}
      - {id: genomforande, uses: effect@1, within: 24 months}

    """

  static let reporting = """
    pipeline: rapport
    version: "1"
    valid: {from: 2018-01-01}
    title: {sv: Regionalt mottagande, en: Regional reception}
    product: regional-adoption
    key: document
    owner: grupp
    roles: {grupp: working-group}
    inputs:
      document: {type: text, title: {sv: Dokument, en: Document}}
      region: {type: body, title: {sv: Region, en: Region}}
    stages:
      - {id: plan, uses: draft@1, within: 4 weeks, in-force: submitted, with: {documents: [plan]}}
      - id: aterrapport
        uses: local-adaptation@1
        every: 6 months
        outcomes: {not-applicable: end, declined: end}

    """

  static let promise = """
    pipeline: lofte
    version: "1"
    valid: {from: 2018-01-01}
    title: {sv: Patientlöfte, en: Patient promise}
    product: patient-promise
    key: promise
    owner: grupp
    roles: {grupp: working-group}
    inputs:
      promise: {type: text, title: {sv: Löfte, en: Promise}}
    stages:
      - {id: mal, uses: promise@1, within: 3 months}
      - {id: uppfoljning, uses: effect@1, within: 24 months}

    """

  static let reply = """
    pipeline: remissvar
    version: "1"
    valid: {from: 2018-01-01}
    title: {sv: Besvara remiss, en: Answer a consultation}
    product: consultation-response
    key: [subject, respondent]
    owner: svarande
    roles: {svarande: working-group}
    inputs:
      subject: {type: text, title: {sv: Remiss, en: Consultation}}
      respondent: {type: body, title: {sv: Svarande, en: Respondent}}
      answer-by: {type: date, title: {sv: Svar senast, en: Answer by}}
      remiss: {type: product, optional: true, title: {sv: Ärende, en: Case}}
      version: {type: text, optional: true, title: {sv: Version, en: Version}}
    stages:
      - {id: svar, uses: reply@1, due: 1 day before answer-by}

    """

  /// An answer that is prepared: to the consultation of a case, where one is named.
  static func ofReply(
    _ stream: String, for respondent: String, by body: String = "lpo-cancer",
    to remiss: String? = "nvp-prostata-1"
  ) throws -> Story {
    let story = try Story(stream, pipeline: reply)
    var inputs = [
      Binding("subject", "Prostatacancer"), Binding("respondent", respondent),
      Binding("answer-by", "2026-06-08"),
    ]
    if let remiss { inputs += [Binding("remiss", remiss), Binding("version", "4.0")] }
    try story.perform(
      .open(
        Command.OpenCase(
          title: Text("Svar om prostatacancer"), pipeline: .latest(id: "remissvar"),
          inputs: inputs, roles: [Binding("svarande", body)])), on: "2026-04-20", for: body)
    return story
  }

  /// A drug that three regions have decided on and one has not; in use in one, and measured in two.
  static func ofDrug() throws -> Story {
    let story = try Story("exempelmab", pipeline: drug)
    try story.open("Exempelmab", "lakemedel", ["substance": "exempelmab"], on: "2026-01-12")
    try story.act(
      "rekommendation", "recommend", on: "2026-02-02", for: "samverkan",
      "{value: should-use, version: 2026-02-02}")
    for (region, day, form) in [
      ("region-01", "2026-02-12", "{stand: introduce, recommendation: 2026-02-02}"),
      ("region-08", "2026-03-04", "{stand: introduce, recommendation: 2026-02-02}"),
      (
        "region-24", "2026-04-03",
        "{stand: refrain, recommendation: 2026-02-02, reason: Annan metod finns.}"
      ),
    ] {
      try story.act("beslut", "decide", on: day, for: region, lane: region, form)
    }
    try story.act(
      "inforande", "coverage", on: "2026-05-02", for: "region-01", lane: "region-01",
      "{done: 2, of: 7}")
    return story
  }

  /// An initiative; delivered, and with its effect shown, where a day says so.
  static func ofInitiative(
    _ stream: String, title: String, group: String, kind: String = "knowledge-support",
    goals: String = "[equal]", decided: String = "2020-02-20", delivered: String? = nil,
    shown: String? = nil
  ) throws -> Story {
    let story = try Story(stream, pipeline: initiative)
    try story.open(title, "insats", ["subject": stream], roles: ["grupp": group], on: "2019-09-02")
    try story.act(
      "forslag", "describe", on: "2019-10-14", for: group,
      "{kind: \(kind), benefit: Lika vård, counterpart: Socialdepartementet, care-goals: \(goals)}")
    try story.act(
      "forslag", "grounds", on: "2019-10-15", for: group,
      "{outcome-differences: Ja, difference-to-be-made: Ja, fit-for-joint-work: Ja}")
    try story.act(
      "forslag", "measure", on: "2019-10-15", for: group, "{measure: Andel, unknown: true}")
    try story.act(
      "forslag", "focus", on: "2019-10-15", for: group,
      "{area: 'Fetma', diagnoses: [E66], from: 2020-01-01, to: 2021-12-31, working-group: nag-fetma}"
    )
    try story.act("forslag", "submit", on: "2019-12-02", for: group)
    try story.act(
      "beslut", "decide", on: decided, for: "samverkan", "{outcome: adopt, minutes: § 14}")
    try story.act(
      "genomforande", "budget", on: "2021-01-15", for: group,
      "{rows: [{year: 2020, granted: 400000, used: 385000}, {year: 2021, granted: 100000}]}")
    if let delivered { try story.act("genomforande", "deliver", on: delivered, for: group) }
    if let shown {
      try story.act(
        "genomforande", "show", on: shown, for: group,
        "{result: effect-shown, measure: Andel, value: '1,8', unit: '%', source: Registret}")
    }
    return story
  }

  /// A group that reports back every half-year, from March.
  static func ofReports() throws -> Story {
    let story = try Story("kol-25", pipeline: reporting)
    try story.open(
      "KOL i Norrbotten", "rapport", ["document": "kol", "region": "region-25"],
      roles: ["grupp": "lpo-cancer"], on: "2026-02-02")
    try story.act(
      "plan", "attach", on: "2026-03-02", for: "lpo-cancer",
      "{document: plan, at: 'https://exempel.se/plan', version: '1'}")
    try story.act("plan", "submit", on: "2026-03-02", for: "lpo-cancer")
    return story
  }

  /// A promise, with goals where some are given.
  static func ofPromise(_ stream: String, title: String, goals: String?) throws -> Story {
    let story = try Story(stream, pipeline: promise)
    try story.open(
      title, "lofte", ["promise": title], roles: ["grupp": "rpo-cancer"], on: "2026-09-01")
    if let goals { try story.act("mal", "break-down", on: "2026-10-01", for: "rpo-cancer", goals) }
    return story
  }

  private func open(
    _ title: String, _ pipeline: String, _ inputs: KeyValuePairs<String, String>,
    roles: KeyValuePairs<String, String> = [:], on day: String
  ) throws {
    try perform(
      .open(
        Command.OpenCase(
          title: Text(title), pipeline: .latest(id: pipeline),
          inputs: inputs.map { Binding($0.key, $0.value) },
          roles: roles.map { Binding($0.key, $0.value) })), on: day,
      for: roles.first?.value ?? "samverkan")
  }
}
