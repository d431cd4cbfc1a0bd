import Canonical
import Lifecycle
import StageKit
package import Store

/// What an erasure took away.
package struct Erasure: Sendable, Equatable {
  /// Whether anybody was kept under the word.
  package let wasKnown: Bool
  /// How many texts that were written of the person were taken away.
  package let texts: Int
}

extension Runner {
  /// Takes away who a reference word stands for, and the texts of the acts that are about the person.
  ///
  /// The acts stay with the word and the texts' hashes, so that chain and history hold. It reads every
  /// stream.
  ///
  /// - Throws: what the store throws; asked for again it goes on where it was.
  package func erase(person id: String) throws(StoreError) -> Erasure {
    var texts = 0
    for stream in try store.streams().map(\.stream) {
      for event in try store.events(of: stream, from: 1) where event.type == ActSaid.type {
        for hash in Value(json: event.payload)?["with"]?.hashes(about: id) ?? []
        where try store.prose(hash, in: stream) != nil {
          try store.erase(prose: hash, in: stream)
          texts += 1
        }
      }
    }
    return Erasure(wasKnown: try store.erase(person: id, at: now), texts: texts)
  }
}

extension Value {
  /// What may be hashes of texts, in every record that names a person.
  fileprivate func hashes(about person: String) -> [ContentHash] {
    switch self {
    case .list(let values): values.flatMap { $0.hashes(about: person) }
    case .record(let fields):
      if self["person"]?.text == person {
        fields.compactMap { $0.value.text.flatMap { ContentHash(hex: $0) } }
      } else {
        fields.flatMap { $0.value.hashes(about: person) }
      }
    default: []
    }
  }
}
