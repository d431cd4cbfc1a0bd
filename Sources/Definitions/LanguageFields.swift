import Canonical
package import Located
package import StageKit

// Types of field that only the language of definitions has.

/// A value together with the node it was read from, so that later rules can point at it.
package struct Sited<Value: FieldValue>: FieldValue {
  package let value: Value
  package let node: Node?

  package static var shape: Shape { Value.shape }
  package static var blank: Sited { Sited(value: .blank, node: nil) }
  package var size: Int? { value.size }
  package static func == (a: Sited, b: Sited) -> Bool { a.value == b.value }

  package init(value: Value, node: Node?) {
    self.value = value
    self.node = node
  }

  package init?(reading input: inout FieldInput) {
    guard let value = Value(reading: &input) else { return nil }
    self.init(value: value, node: input.node)
  }

  package init(replaying reader: inout StoredReader) {
    self.init(value: Value(replaying: &reader), node: nil)
  }
}

/// One value, or a list of them.
package struct OneOrMany<Element: FieldValue>: FieldValue {
  package let all: [Sited<Element>]

  package static var shape: Shape { .either([Element.shape, .list(Element.shape)]) }
  package static var blank: OneOrMany { OneOrMany([]) }
  package static func absent(_ bounds: ClosedRange<Int>?) -> OneOrMany? {
    (bounds?.lowerBound ?? 0) > 0 ? nil : blank
  }
  package var size: Int? { all.count }
  // A key path into a generic type is made anew each time that it is used.
  package var values: [Element] { all.map { $0.value } }

  package init(_ all: [Sited<Element>]) {
    self.all = all
  }

  package init?(reading input: inout FieldInput) {
    if input.node.kind == .list {
      guard let many = [Sited<Element>](reading: &input) else { return nil }
      self.init(many)
    } else {
      guard let one = Sited<Element>(reading: &input) else { return nil }
      self.init([one])
      // Stored as a list either way: what means the same is the same definition.
      if input.keeps { input.stored = input.stored.map { .list([$0]) } }
    }
  }

  package init(replaying reader: inout StoredReader) {
    self.init([Sited<Element>](replaying: &reader))
  }
}

/// Keys that the user names, each with a value, in the order written.
package struct Entries<Element: FieldValue>: FieldValue {
  package struct Entry: Sendable, Equatable {
    package let name: String
    package let key: Node
    /// The value as written.
    package let written: Node
    package let value: Element

    package static func == (a: Entry, b: Entry) -> Bool { (a.name, a.value) == (b.name, b.value) }
  }

  package let all: [Entry]

  package static var shape: Shape { .map(Element.shape) }
  package static var blank: Entries { Entries([]) }
  package static func absent(_ bounds: ClosedRange<Int>?) -> Entries? { blank }
  package var size: Int? { all.count }

  package init(_ all: [Entry]) {
    self.all = all
  }

  package subscript(name: String) -> Element? {
    all.first { $0.name == name }?.value
  }

  package init?(reading input: inout FieldInput) {
    guard input.node.kind == .mapping else {
      input.found.append(Finding(input.node, .wrongType(input.node, expecting: Self.shape)))
      return nil
    }
    var all: [Entry] = []
    var stored: [Value.Field] = []
    for (key, node) in input.node.entries where input.isWorthReading {
      var name = input.inside(key)
      guard let text = Name(reading: &name) else {
        input.found += name.found
        continue
      }
      var inner = input.inside(node)
      if let value = Element(reading: &inner) {
        all.append(Entry(name: text.description, key: key, written: node, value: value))
      }
      if let output = inner.stored { stored.append(Value.Field(text.description, output)) }
      input.found += inner.found.map { $0.owned(by: key).under(.key(text.description)) }
    }
    if input.keeps { input.stored = .record(stored) }
    guard input.found.isEmpty else { return nil }
    self.init(all)
  }

  package init(replaying reader: inout StoredReader) {
    self = .blank
    reader.reject()
  }
}

/// A part that something else reads: a stage's settings.
package struct RawNode: FieldValue {
  package let node: Node?

  package static var shape: Shape { .anything }
  package static var blank: RawNode { RawNode(node: nil) }
  package static func == (a: RawNode, b: RawNode) -> Bool { (a.node == nil) == (b.node == nil) }

  package init(node: Node?) {
    self.node = node
  }

  package init?(reading input: inout FieldInput) {
    node = input.node
  }

  package init(replaying reader: inout StoredReader) {
    self = .blank
    reader.reject()
  }
}
