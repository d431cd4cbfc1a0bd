/// The codes that the engine refuses commands with, whatever the stage.
package enum RefusalCodes {
  /// All of them, by name.
  package static let all: [String] = [
    "act/awaits-force", "act/before-opening", "act/no-reason", "act/no-text",
    "annul/changes-outcome", "annul/not-an-act", "annul/other-act", "case/bad-input", "case/closed",
    "case/ended-body", "case/in-force", "case/in-preparation", "case/inside-run", "case/kind",
    "case/missing-input", "case/missing-role", "case/no-lanes", "case/no-valid-version",
    "case/no-way", "case/not-first", "case/not-open", "case/nothing-in-force", "case/opened-by",
    "case/other-kind", "case/other-product", "case/read-only", "case/role-kind",
    "case/says-no-force", "case/says-no-lane", "case/stage-skipped", "case/unknown",
    "case/unknown-act", "case/unknown-body", "case/unknown-input", "case/unknown-lane",
    "case/unknown-pipeline", "case/unknown-role", "case/unknown-stage", "engine/internal",
    "flow/at-bound", "flow/not-offered", "flow/not-optional", "flow/nothing-between",
    "flow/under-way", "lane/no-way-on", "lane/nothing-offered", "permission/not-allowed",
    "tag/not-its-task",
    "time/ends-before-start", "time/shortens",
  ]
}
