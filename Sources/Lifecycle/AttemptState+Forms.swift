package import Canonical

extension AttemptState {
  /// What was said in an act of the stage, each time that still stands, in order.
  ///
  /// A text that stands beside the events is its hash here.
  ///
  /// - Parameter act: the act's place among those of the stage.
  package func forms(ofAct act: Int) -> [Value] {
    entries.filter { $0.act == act && $0.annulledBy == nil }.compactMap { entry in
      guard entry.form < entry.payload.count else { return nil }
      return Value(json: Array(entry.payload[entry.form..<(entry.payload.count - 1)]))
    }
  }
}
