import Canonical
import Definitions
import Lifecycle
import StageKit
import Store

extension Runner {
  /// Why a product that is new is none: another of its kind has the same key already.
  ///
  /// An engine knows one product, so it is the store that is asked; every product of the kind is read
  /// for it, which is done once in a product's life. Two that are opened at the same moment do not
  /// see each other.
  func twin(of new: ProductState) throws(StoreError) -> Refusal? {
    guard let first = new.cases.first else { return nil }
    let key = first.definition.key
    for stream in try store.streams() where stream.kind == new.kind && stream.stream != new.stream {
      // What the first case says is in its event: nothing needs be folded.
      let events = try store.events(of: stream.stream, from: 1)
      let opened = events.first { $0.type == CaseOpened.type }?.payload
        .withUnsafeBufferPointer { CaseOpened.replay($0) }
      guard let inputs = opened?.inputs, first.inputs.hasSame(key, as: inputs) else { continue }
      let named = key.compactMap { name in first.inputs.value(of: name).map { "\(name) \($0)" } }
        .joined(separator: ", ")
      return Refusal(
        "product/exists",
        sv: "\(stream.stream) är redan \(new.kind) med \(named): öppna ärendet på \(stream.stream)",
        en:
          "\(stream.stream) is a \(new.kind) with \(named) already: open the case on \(stream.stream)"
      )
    }
    return nil
  }
}

extension [Binding] {
  fileprivate func value(of name: String) -> String? { first { $0.name == name }?.to }

  /// Whether some names have a value in both, and the same.
  fileprivate func hasSame(_ names: [String], as other: [Binding]) -> Bool {
    !names.isEmpty
      && names.allSatisfy { name in
        value(of: name).map { $0 == other.value(of: name) } ?? false
      }
  }
}
