import CheckTool
import CivilTime
import Located

/// A pipeline to begin from: written, decided, published, reviewed and one day phased out.
struct NewPipeline {
  let name: String
  /// A body of the register that can own it.
  let owner: String
  /// The year from which new cases take it.
  let year: Int
  let language: Language

  /// The stages that it uses.
  static let stages = ["draft", "decision", "publication", "review", "phase-out"]

  private func say(_ sv: String, _ en: String) -> String { language == .sv ? sv : en }

  private var title: String { name.replacing("-", with: " ") }
  private var scenario: String { say("exempel-\(name)", "example-\(name)") }
  private var draft: String { say("utkast", "draft") }
  private var decision: String { say("beslut", "decision") }
  private var publication: String { say("publicering", "publication") }
  private var review: String { say("oversyn", "review") }
  private var phaseOut: String { say("utfasning", "phase-out") }
  private var document: String { say("slutversion", "final-version") }

  /// The name of the scenario's file.
  var scenarioFile: String { "\(scenario).yaml" }

  /// The definition.
  var definition: String {
    """
    # \(say("Faserna kommer i den ordning de står i filen.", "The stages come in the order in which they stand in the file."))
    #
    # \(say("Kontrollera:", "Check it:"))  stafett check FILE
    # \(say("Läs den i klartext:", "Read it:"))  stafett read \(name)
    # \(say("Faser att välja på:", "Stages to choose from:"))  stafett stages
    pipeline: \(name)
    version: "1"                   # \(say("ett ärende behåller den version som det startades med", "a case keeps the version that it was opened with"))
    valid: {from: \(year)-01-01}      # \(say("nya ärenden från den dagen", "new cases from that day on"))
    title: {sv: Processen \(title), en: Pipeline \(title)}
    product: \(name)
    key: [topic]                   # \(say("det som skiljer två åt, bland inputs", "what tells two apart, among inputs"))
    owner: \(owner)
    inputs:                        # \(say("det som fylls i när ett ärende startas", "what is filled in when a case is opened"))
      topic: {type: text, title: {sv: Ämne, en: Topic}}
    remind: [4 weeks, 1 week]      # \(say("före varje sista dag, till dem som har något kvar att göra", "before each deadline, to those who still owe something"))

    stages:
      # \(say("Dokumentet skrivs och bifogas.", "The document is written and attached."))
      - id: \(draft)
        uses: draft@1
        within: 6 months
        with: {documents: [\(document)]}

      # \(say("Återremiss leder tillbaka, högst två gånger; avslag avslutar ärendet.", "Referred back at most twice; rejected, the case ends."))
      - id: \(decision)
        uses: decision@1
        within: 2 months
        outcomes: {refer-back: {to: \(draft), at-most: 2}, reject: end}

      # \(say("Härifrån gäller versionen, och ersätter den som gällde.", "From here on the version is in force, and replaces the one that was."))
      - id: \(publication)
        uses: publication@1
        within: 4 weeks
        in-force: published

      # \(say("Räknas från den version som gäller. En revidering är ett nytt ärende.", "Counted from the version in force. A revision is a new case."))
      - id: \(review)
        uses: review@1
        every: 24 months
        outcomes: {small-revision: new-case, large-revision: new-case, retire: \(phaseOut)}

      # \(say("Öppnas bara av översynen.", "Opened by the review only."))
      - id: \(phaseOut)
        uses: phase-out@1
        within: 12 months
        with: {kind: document}
        out-of-force: archived

    """
  }

  /// A scenario that plays it from beginning to rest.
  var play: String {
    """
    # \(say("Ett påhittat ärende: det som görs vilken dag, och vad som då ska gälla.", "A made-up case: what is done on which day, and what must hold then."))
    #
    # \(say("Prova:", "Try it:"))  stafett test FILE
    scenario: \(scenario)
    pipeline: \(name)@1
    product: {id: \(name)-\(say("exempel", "example")), title: {sv: Exempel, en: Example}, inputs: {topic: \(say("ett exempel", "an example"))}}
    edition: first
    opened: \(year)-01-15
    steps:
      - {at: \(year)-01-15, expect: {stage: \(draft), owner: \(owner), closes: \(year)-07-15}}
      - {at: \(year)-03-02, stage: \(draft), act: attach, for: \(owner), with: {document: \(document), at: \(say("arkivet", "the archive"))}}
      - {at: \(year)-03-02, stage: \(draft), act: submit, for: \(owner)}
      - {at: \(year)-04-15, stage: \(decision), act: decide, for: \(owner), with: {outcome: adopt}}
      - {at: \(year)-04-20, stage: \(publication), act: publish, for: \(owner), with: {found-at: [\(say("webbplatsen", "the web site"))]}}
      - {at: \(year)-04-20, expect: {case: {in-force: true}}}
      - {at: \(year)-04-20, expect: {stage: \(publication), state: closed, outcome: published}}

    """
  }

  /// A register for a folder that has none: one group, to be replaced.
  static func register(_ language: Language) -> String {
    let comment =
      language == .sv
      ? "Organisationen: grupper, deras slag och vad de får göra. Byt ut gruppen mot era egna."
      : "The organisation: bodies, their kinds and what they may do. Put your own in place of the group."
    return """
      # \(comment)
      register: organisation
      powers:
        - {id: adopt, title: {sv: Fastställa, en: Adopt}}
      kinds:
        - {id: group, title: {sv: Arbetsgrupp, en: Working group}, level: national, powers: [adopt]}
      bodies:
        - {id: my-group, kind: group, name: {sv: Vår grupp, en: Our group}}
      calendar:
        saturday-works: false

      """
  }
}
