import CheckTool
import Foundation

/// A small workspace: three regions owe a stand; each is reached in its own way.
enum Reception {
  static let register = """
    register: small
    powers:
      - {id: decide, title: {sv: Besluta, en: Decide}}
    kinds:
      - {id: region, title: Region, level: region, powers: [decide]}
      - {id: group, title: {sv: Samverkansgrupp, en: Cooperation group}, level: national, powers: [decide]}
    sets:
      - {id: regions, title: {sv: Regionerna, en: The regions}, kind: region}
    bodies:
      - id: region-13
        kind: region
        code: "13"
        name: {sv: Region Halland, en: Halland Region}
        contact: {mail: kunskapsstyrning@halland.example, page: "https://halland.example/kontakt"}
      - id: region-24
        kind: region
        code: "24"
        name: {sv: Region Västerbotten, en: Västerbotten Region}
        contact: {mail: kunskapsstod@vasterbotten.example, sending: automatic, quiet: {from: "03-01", to: "03-05"}}
      - {id: region-25, kind: region, code: "25", name: {sv: Region Norrbotten, en: Norrbotten Region}}
      - id: samverkan
        kind: group
        name: {sv: RCC i samverkan, en: RCC in cooperation}
        contact: {mail: rcc@samverkan.example, escalations: agenda}
    calendar:
      saturday-works: false
      holidays:
        - {name: {sv: trettondedag jul, en: Epiphany}, day: "01-06"}
    meetings:
      - {body: samverkan, papers: 7 days, days: [2026-03-10, 2026-04-14]}
    """

  static let pipeline = """
    pipeline: mottagande
    version: "1"
    valid: {from: 2020-01-01}
    title: {sv: Mottagande i regionerna, en: Reception in the regions}
    product: reception
    key: document
    owner: samverkan
    inputs:
      document: {type: text, title: {sv: Dokument, en: Document}}
    stages:
      - id: anpassning
        title: {sv: Regional anpassning, en: Local adaptation}
        uses: local-adaptation@1
        for-each: regions
        acts: {extend: samverkan}
        within: 2 months
        remind: [4 weeks, 1 week]
        escalate: {after: 2 weeks, to: samverkan}
    """

  /// Runs a body with the workspace and a case whose last day is 7 March 2026; reminders are due on
  /// 7 and 28 February, the escalation on 21 March.
  static func inFolder(
    changing: (String) -> String = { $0 }, _ body: (Program) async throws -> Void
  ) async throws {
    try await Program.inFolder { program in
      var program = program
      try FileManager.default.createDirectory(
        atPath: "\(program.folder)/P", withIntermediateDirectories: true)
      _ = try program.file("P/register.yaml", changing(register))
      _ = try program.file("P/reception.yaml", pipeline)
      program.environment["STAFETT_PIPELINES"] = "\(program.folder)/P"
      program.environment["STAFETT_MAIL_FROM"] =
        "Åsa Exempel, processledare <rcc@samverkan.example>"
      let opened = await program(
        "open", "prostata", "--pipeline", "mottagande", "--title-sv",
        "Vårdprogram för prostatacancer", "--title-en", "Prostate cancer", "--input",
        "document=A", "--for", "samverkan", "--on", "2026-01-07")
      guard opened.exit == .fine else { throw NotOpened(errors: opened.errors) }
      try await body(program)
    }
  }

  struct NotOpened: Error {
    let errors: String
  }
}
