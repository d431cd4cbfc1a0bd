package import Located
import Definitions
import Soundness

/// How far the proof of each definition's flow went: what `check --explain-flow` prints.
package enum FlowExplanation {
  /// A line for each definition, with the verdict first, and one of the whole.
  ///
  /// - Parameter language: The language of the words; figures are written alike in both.
  package static func text(_ workspace: Workspace, _ language: Language) -> String {
    let rows = zip(workspace.definitions, workspace.proofs).map { definition, proof in
      Row(
        name: definition.reference, verdict: verdict(proof)[language],
        figures: figures(definition.table, proof)[language])
    }
    let width = rows.map(\.name.count).max() ?? 0
    let wide = rows.map(\.verdict.count).max() ?? 0
    var lines = rows.map { row in
      padded(row.name, width) + "  " + padded(row.verdict, wide) + "  " + row.figures
    }
    lines.append(whole(workspace.proofs)[language])
    return lines.joined(separator: "\n") + "\n"
  }

  private struct Row {
    let name, verdict, figures: String
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func verdict(_ proof: Proof) -> Text {
    switch proof.verdict {
    case .sound where proof.isBetween:
      Text(
        sv: "varje ärende kan avslutas (visat från två håll)",
        en: "every case can end (shown from both sides)")
    case .sound: Text(sv: "varje ärende kan avslutas", en: "every case can end")
    case .undecided: Text(sv: "inte avgjort", en: "not decided")
    case .unsound:
      proof.deadEnd.map { end in
        Text(
          sv: "kan fastna efter \(end.steps.count) steg",
          en: "can get stuck after \(end.steps.count) steps")
      }
        ?? Text(
          sv: "har faser eller resultat som aldrig nås", en: "has stages or outcomes never reached")
    }
  }

  private static func figures(_ table: ControlTable, _ proof: Proof) -> Text {
    let bounds =
      ([table] + table.runs.map(\.lane)).reduce(0) { sum, table in
        sum + table.exits.count { $0.bound != nil }
      }
    let memory = kibibytes(proof.bytes)
    return Text(
      sv: "\(proof.states) lägen, \(proof.laneStates) per medlem, \(memory) KiB, "
        + "sätt att öppna ett ärende: \(table.worlds.count), vägar med gräns: \(bounds)",
      en: "\(proof.states) states, \(proof.laneStates) for a member, \(memory) KiB, "
        + "ways to open a case: \(table.worlds.count), ways with a bound: \(bounds)")
  }

  private static func whole(_ proofs: [Proof]) -> Text {
    let states = proofs.reduce(0) { $0 + $1.states + $1.laneStates }
    let open = proofs.count { $0.verdict == .undecided }
    let most = kibibytes(proofs.map(\.bytes).max() ?? 0)
    let one = proofs.count == 1
    return Text(
      sv:
        "\(proofs.count) \(one ? "process" : "processer"), \(states) lägen, högst \(most) KiB på en gång"
        + (open == 0 ? "" : "; \(open) inte avgjorda"),
      en:
        "\(proofs.count) \(one ? "pipeline" : "pipelines"), \(states) states, at most \(most) KiB at once"
        + (open == 0 ? "" : "; \(open) not decided"))
  }

  // Rounded up: what takes memory never takes none.
  private static func kibibytes(_ bytes: Int) -> Int { (bytes + 1_023) / 1_024 }
}
