import Located
import Testing

@testable import Checking

/// Where a rule must keep silent, or find what no single key shows.
@Suite struct RuleTests {
  private func codes(_ stages: String) -> [String] {
    let text = """
      pipeline: riktlinje
      version: "1"
      valid: {from: 2021-01-01}
      title: {sv: Riktlinje, en: Guideline}
      product: guideline
      key: [diagnosis]
      owner: npo-cancer
      inputs:
        diagnosis: {type: icd-10-se, title: {sv: Diagnos, en: Diagnosis}}
      remind: [1 week]
      stages:
        - {id: utkast, uses: draft@1, within: 3 months, with: {documents: [slutversion]}}

      """
    let files = [
      SourceFile(path: "a.yaml", bytes: Array((text + stages).utf8)), Fixture.register,
    ]
    return Workspace.load(files, stages: catalogue).diagnostics.map(\.code)
  }

  @Test func `two stages that no case has both of need no order`() {
    #expect(
      codes(
        """
          - {id: ny, uses: publication@1, within: 4 weeks, when: {edition: first}, in-force: published}
          - {id: om, uses: publication@1, within: 4 weeks, after: utkast, when: {edition: revision}, in-force: published}

        """) == [])
  }

  @Test func `a stage in force behind a branch that no case takes is not reached`() {
    let stages = """
        - id: beslut
          uses: decision@1
          within: 1 month
          when: {edition: first}
          outcomes: {refer-back: {to: utkast, at-most: 2}, reject: arkivering}
        - {id: arkivering, uses: publication@1, within: 4 weeks, in-force: published}

      """
    #expect(codes(stages) == ["flow/no-force"])
    #expect(codes(stages.replacing("    when: {edition: first}\n", with: "")) == [])
  }

  @Test func `what is sent back after coming into force may end the case too`() {
    let stages = """
        - id: beslut
          uses: decision@1
          within: 1 month
          outcomes: {refer-back: {to: utkast, at-most: 2}, reject: end}
        - {id: publicering, uses: publication@1, within: 4 weeks, in-force: published}

      """
    #expect(codes(stages) == [])
    let again = """
        - id: rattning
          uses: draft@1
          within: 1 month
          title: {sv: Rättning, en: Correction}
          with: {documents: [rattad-version]}
          outcomes: {substantial-change: {to: utkast, at-most: 2}}

      """
    #expect(codes(stages + again) == ["flow/unwatched"])
  }

  @Test func `an end before anything is in force, or after it was ended, leaves nothing behind`() {
    #expect(
      codes(
        """
          - {id: publicering, uses: publication@1, within: 4 weeks, in-force: published}
          - {id: utfasning, uses: phase-out@1, within: 3 months, with: {kind: document}, out-of-force: archived}
          - id: slutord
            uses: decision@1
            within: 1 month
            outcomes: {refer-back: {to: slutord, at-most: 2}, reject: end}

        """) == [])
  }
}
