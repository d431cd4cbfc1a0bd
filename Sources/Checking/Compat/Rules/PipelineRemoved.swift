import Definitions
import Located

/// A pipeline that is gone while outcomes of live definitions open cases in it: they are refused.
enum PipelineRemoved: CompatRule {
  static let code = "compat/pipeline-removed"

  static func findings(_ comparison: Comparison) -> [Diagnostic] {
    var gone: [String] = []
    for old in comparison.live.definitions
    where !gone.contains(old.id) && !comparison.now.contains(where: { $0.id == old.id })
      && !comparison.mayHide(old.id)
    {
      gone.append(old.id)
    }
    return gone.compactMap { id in
      guard let opener = comparison.openers(of: id).first else { return nil }
      let old = opener.definition
      let (outcome, stage) = (opener.outcome, opener.stage.id)
      let cases = Cases(names: comparison.open(old))
      let present = comparison.now.first { $0.reference == opener.definition.reference }?
        .stage(named: stage)?.form.outcomes.all.first { $0.name == outcome }?.key
      return finding(
        present ?? opener.node,
        sv:
          "ingen version av \(id) finns kvar: '\(outcome)' i '\(stage)', som öppnar ett nytt "
          + "ärende, kan inte registreras i ärenden som följer \(old.reference)"
          + cases.concerned.sv,
        en:
          "no version of \(id) is left: the outcome '\(outcome)' of '\(stage)', which opens a new "
          + "case, is refused in cases that follow \(old.reference)" + cases.concerned.en,
        help: Text(
          sv: "behåll en version tills ärendena är avslutade",
          en: "keep a version until the cases are closed"), cases: cases)
    }
  }
}
