package import Canonical
package import Definitions
package import Lifecycle
package import Located
import Register
package import Store
package import Store
import Synchronization
import YAMLReading

/// The definitions that cases are pinned to: those of the workspace, and older ones that the store
/// has kept, so that a case goes on when the file that it was opened with is gone.
package final class DefinitionLibrary: Sendable {
  /// What new cases may take.
  package let current: [Pinned]
  private let store: any EventStore
  private let reader: DefinitionReader
  private let known: Mutex<[ContentHash: Entry]>
  private let kept = Mutex<Set<ContentHash>>([])

  private enum Entry {
    case readable(Pinned)
    /// This build cannot run it.
    case unreadable(Text)
  }

  package init(
    store: any EventStore, reader: DefinitionReader, definitions: [PipelineDefinition]
  ) {
    self.store = store
    self.reader = reader
    current = definitions.map { Pinned($0) }
    known = Mutex(
      Dictionary(
        current.map { ($0.definition.hash, .readable($0)) }, uniquingKeysWith: { first, _ in first }
      ))
  }

  /// The definition of a hash; nil when it was never kept, or this build cannot run it.
  package subscript(hash: ContentHash) -> Pinned? {
    if case .readable(let pinned)? = entry(hash) { pinned } else { nil }
  }

  /// Why there is no definition of a hash; nil when there is one.
  package func reason(against hash: ContentHash) -> Text? {
    switch entry(hash) {
    case .readable: nil
    case .unreadable(let why): why
    case nil:
      Text(
        sv: "processen \(hash.short) finns varken bland filerna eller i ärendelagret",
        en: "the definition \(hash.short) is neither among the files nor in the store")
    }
  }

  private func entry(_ hash: ContentHash) -> Entry? {
    if let entry = known.withLock({ $0[hash] }) { return entry }
    // A store that cannot be read now may be readable later, so nothing is remembered then.
    guard let document = try? store.document(hash) else { return nil }
    let entry = read(document)
    known.withLock { $0[hash] = entry }
    return entry
  }

  private func read(_ document: Document) -> Entry {
    let name = "\(document.name)@\(document.version)"
    let text = YAMLReader.read(document.body, path: name)
    guard let root = text.root else { return .unreadable(text.diagnostics.first.reason(name)) }
    let reading = reader.read(root)
    guard let definition = reading.definition else {
      // The first in the text: what follows may only be its consequence.
      let first = reading.diagnostics.filter { $0.severity == .error }
        .min { $0.span.start < $1.span.start }
      return .unreadable(first.reason(name))
    }
    guard definition.hash == document.hash else {
      return .unreadable(
        Text(
          sv: "\(name) betyder något annat i det här programmet än när ärendet öppnades",
          en: "\(name) means something else to this build than when the case was opened"))
    }
    return .readable(Pinned(definition))
  }

  /// Keeps what events are pinned to and drawn from, before they are written.
  ///
  /// A document that no event comes to name does no harm.
  func keep(_ events: [Event]) throws(StoreError) {
    for hash in events.compactMap(\.definition) {
      guard let definition = self[hash]?.definition else { continue }
      try keep(Document(definition))
    }
    try keep(Document(reader.organisation))
  }

  /// Keeps the definitions that new cases may take, and the register, before there is any case.
  ///
  /// - Returns: the hashes of the definitions that the store did not have.
  package func publish() throws(StoreError) -> [ContentHash] {
    var new: [ContentHash] = []
    for pinned in current {
      let hash = pinned.definition.hash
      if try store.document(hash) == nil { new.append(hash) }
      try keep(Document(pinned.definition))
    }
    try keep(Document(reader.organisation))
    return new
  }

  private func keep(_ document: Document) throws(StoreError) {
    guard !kept.withLock({ $0.contains(document.hash) }) else { return }
    if try store.document(document.hash) == nil { try store.keep(document) }
    kept.withLock { _ = $0.insert(document.hash) }
  }
}

extension Document {
  fileprivate init(_ definition: PipelineDefinition) {
    self.init(
      kind: "definition", name: definition.id, version: definition.version, body: definition.body,
      hash: definition.hash)
  }

  fileprivate init(_ register: Organisation) {
    self.init(
      kind: "register", name: "register", version: register.hash.short, body: register.body,
      hash: register.hash)
  }
}

extension Diagnostic? {
  fileprivate func reason(_ name: String) -> Text {
    let parts = [self?.message ?? Text("?")] + [self?.help].compactMap { $0 }
    return Text(
      sv: "\(name): \(parts.map(\.sv).joined(separator: "; "))",
      en: "\(name): \(parts.map(\.en).joined(separator: "; "))")
  }
}
