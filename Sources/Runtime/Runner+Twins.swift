import Canonical
import Definitions
import Lifecycle
import StageKit
import Store

/// Finds a product that has the same key as one that is new.
///
/// An engine knows one product, so it is the store that is asked, once for a kind; two that are
/// opened at the same moment by different processes do not see each other.
struct Twins {
  private struct Known {
    let stream: String
    let inputs: [Binding]
  }

  private var known: [String: [Known]] = [:]

  /// Why a product that is new is none: another of its kind has the same key already.
  mutating func twin(
    of new: ProductState, in store: any EventStore
  ) throws(StoreError) -> Refusal? {
    guard let first = new.cases.first else { return nil }
    let key = first.definition.key
    var all =
      if let known = known[new.kind] { known } else { try Self.all(of: new.kind, in: store) }
    defer { known[new.kind] = all }
    if let twin = all.first(where: {
      $0.stream != new.stream && first.inputs.hasSame(key, as: $0.inputs)
    }) {
      let inputs = first.definition.inputs
      let same = key.compactMap { name in
        first.inputs.value(of: name).map { value in
          let title = inputs.first { $0.name == name }?.title ?? Text(name)
          return Text(sv: "\(title.sv): \(value)", en: "\(title.en): \(value)")
        }
      }
      let (sv, en) = (same.map(\.sv), same.map(\.en))
      return Refusal(
        "product/exists",
        sv: "\(twin.stream) finns redan med samma uppgifter (\(sv.joined(separator: ", "))): "
          + "öppna ärendet på \(twin.stream)",
        en: "\(twin.stream) has the same already (\(en.joined(separator: ", "))): "
          + "open the case on \(twin.stream)")
    }
    all.append(Known(stream: new.stream, inputs: first.inputs))
    return nil
  }

  // What the first case says is in its event, the second of the stream: nothing needs be folded.
  private static func all(
    of kind: String, in store: any EventStore
  ) throws(StoreError) -> [Known] {
    var all: [Known] = []
    for stream in try store.streams() where stream.kind == kind {
      let opened = try store.events(of: stream.stream, in: 1...2)
        .first { $0.type == CaseOpened.type }?.payload
        .withUnsafeBufferPointer { CaseOpened.replay($0) }
      if let opened { all.append(Known(stream: stream.stream, inputs: opened.inputs)) }
    }
    return all
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
