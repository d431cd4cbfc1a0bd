/// The stages that come with Stafett, whether a build holds them or not.
///
/// A build may leave some out: then a definition that uses one is right, and belongs to another
/// build. A test holds the list equal to what is registered here.
package enum StageFamily {
  package static let names = [
    "acknowledgement", "agreement", "assessment", "cooperation", "decision", "draft", "effect",
    "follow-up",
    "gap-analysis", "gate", "handover", "horizon-scan", "implementation", "initiative",
    "local-adaptation", "membership", "needs-analysis", "nomination", "phase-out",
    "prioritisation", "promise", "publication", "recommendation", "regional-decision", "remiss",
    "reply", "report-back", "review", "start-up",
  ]

  /// The module that holds a stage of the family: `phase-out` gives `PhaseOutStage`.
  package static func module(of name: String) -> String {
    name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() + "Stage"
  }
}
