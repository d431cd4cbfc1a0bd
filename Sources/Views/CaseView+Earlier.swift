package import Canonical
import Definitions
import Lifecycle
package import Located
import StageKit

extension CaseView {
  /// What members said of the version before, offered where they have said nothing of this one: a
  /// region's supplement may well hold still.
  package struct Earlier: Sendable {
    package let stage: String
    package let title: Text
    /// The act in which it was said.
    package let act: String
    /// Where it stands: `CASE/STAGE`.
    package let source: String
    package let members: [(body: String, name: Text)]

    /// What is offered, and the command that takes it.
    func text(in caseID: String) -> Text {
      let names = members.map(\.name).listed
      let command = "stafett act \(caseID) \(stage) \(act) --as-in \(source)"
      return Text(
        sv:
          "\(title.sv): \(names.sv) har lämnat uppgifter om den förra versionen. Gäller de också den "
          + "här: \(command)",
        en: "\(title.en): \(names.en) said something of the version before. If it holds for this "
          + "one too: \(command)")
    }

    /// Keys: `stage`, `act`, `source`, `members`.
    package var json: Value {
      .record([
        "stage": .text(stage), "act": .text(act), "source": .text(source),
        "members": .list(members.map { .text($0.body) }),
      ])
    }
  }

  /// What the product's earlier cases offer to one of its cases.
  static func earlier(_ one: CaseState, of product: ProductState, _ names: Names) -> [Earlier] {
    guard one.closed == nil, let place = product.index(ofCase: one.id) else { return [] }
    let before = product.cases[..<place].reversed()
    return one.definition.stages.indices.flatMap { index -> [Earlier] in
      let stage = one.definition.stages[index]
      let waiting = one.laneAttempts(at: index)
        .filter { $0.attempt?.actsThatCount ?? 0 == 0 && $0.attempt?.isOpen ?? false }.map(\.body)
      guard !waiting.isEmpty else { return [] }
      for other in before {
        guard let same = other.definition.stage(stage.id),
          other.definition.stages[same].contract.name == stage.contract.name
        else { continue }
        let said = other.laneAttempts(at: same)
          .filter { waiting.contains($0.body) && $0.attempt?.actsThatCount ?? 0 > 0 }
        guard !said.isEmpty else { continue }
        return stage.contract.acts.indices.compactMap { act in
          let members = said.filter { $0.attempt?.forms(ofAct: act).isEmpty == false }.map(\.body)
          guard !members.isEmpty else { return nil }
          return Earlier(
            stage: stage.id, title: stage.title, act: stage.contract.acts[act].name,
            source: "\(other.id)/\(stage.id)", members: members.map { ($0, names($0)) })
        }
      }
      return []
    }
  }
}

extension CaseState {
  /// Each member of a run with where it stands in one of the run's stages; none for another stage.
  fileprivate func laneAttempts(at stage: Int) -> [(body: String, attempt: AttemptState?)] {
    guard let run = run(of: stage), let row = place(of: stage).lane else { return [] }
    return runs[run].lanes.map { ($0.body, $0.standing(at: row)) }
  }
}
