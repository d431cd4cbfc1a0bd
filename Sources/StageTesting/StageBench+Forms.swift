import Located
import StageKit

extension StageBench {
  /// Forms that do not ask for the same keys when they are described and when they are read: an `if`
  /// in the initialiser hides a key from one of its lives.
  func formsThatDiffer<S: Stage>(_ type: S.Type) -> [String] {
    var random = RandomForms(seed: 7, contract)
    var faults = differences(S.Settings.self, "the settings", &random)
    for act in S.acts {
      faults += differences(ofAct: act, &random)
    }
    return faults
  }

  private func differences<A: Act>(
    ofAct type: A.Type, _ random: inout RandomForms
  ) -> [String] {
    differences(type, type.name, &random)
  }

  private func differences<R: Record>(
    _ type: R.Type, _ name: String, _ random: inout RandomForms
  ) -> [String] {
    let shape = type.shape
    let described = shape.fields.map(\.key)
    for _ in 0..<50 {
      guard let node = random.form(shape) else { return ["\(name) has no form"] }
      let asked = type.keysAsked(reading: node)
      if asked != described {
        return ["\(name) is described with \(described) and asks for \(asked)"]
      }
      // A key of a row that the row did not ask for shows as unknown, though the form told of it.
      let hidden = type.read(node).found.first {
        $0.fault.code == "schema/unknown-key"
          && $0.fault.place.steps.last != .key(RandomForms.strange)
      }
      if let hidden { return ["\(name) does not always ask for \(hidden.fault.place)"] }
    }
    return []
  }
}
