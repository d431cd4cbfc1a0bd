/// What someone wrote, and where: YAML, a JSON body and `--key value` all become nodes.
///
/// A node is a place in an immutable tree, cheap to copy. Texts are made only when asked for.
public struct Node: Sendable {
  /// What a node is.
  public enum Kind: UInt8, Sendable {
    /// One text, quoted or not.
    case scalar
    /// Items in order.
    case list
    /// Keys with values, in the order written; a key may stand twice, and be anything.
    case mapping
  }

  /// How a scalar was written; decides what it may mean.
  public enum Style: UInt8, Sendable {
    /// Without quotes: `true` may be a boolean and `8` a number.
    case plain
    /// In quotes: always text.
    case quoted
    /// A block scalar, `|` or `>`: always text.
    case block
    /// From a command line or a web form, where all is text: `8` may be a number.
    case argument
  }

  package let tree: Tree
  package let index: Int

  package init(tree: Tree, index: Int) {
    self.tree = tree
    self.index = tree.target(of: index)
  }

  /// What the node is.
  public var kind: Kind { tree.records[index].kind }
  /// How a scalar was written.
  public var style: Style { tree.records[index].style }
  /// Where it stands, both ends exact.
  public var span: Span { tree.records[index].span }
  /// The file it stands in, as the user named it.
  public var path: String { tree.path }

  /// The text of a scalar; nil for a list or a mapping.
  public var text: String? {
    kind == .scalar ? tree.text(of: index) : nil
  }

  /// The items of a list; empty for anything else.
  public var items: [Node] {
    kind == .list ? tree.children(of: index) : []
  }

  /// The keys and values of a mapping, in the order written; empty for anything else.
  public var entries: [(key: Node, value: Node)] {
    guard kind == .mapping else { return [] }
    let all = tree.children(of: index)
    return stride(from: 0, to: all.count - 1, by: 2).map { (all[$0], all[$0 + 1]) }
  }

  /// The value of the first entry with this key.
  public subscript(key: String) -> Node? {
    guard kind == .mapping else { return nil }
    return tree.value(of: key, in: index)
  }

  /// The value of the first entry with this key, and where to search for the next one.
  ///
  /// Costs no memory; `cursor` is where the last search ended, 0 at first.
  package func value(of key: StaticString, from cursor: inout Int) -> Node? {
    guard kind == .mapping, let value = tree.value(of: key, in: index, from: cursor) else {
      return nil
    }
    cursor = Int(tree.records[value].next)
    return Node(tree: tree, index: value)
  }

  /// How many nodes the whole text has that this one stands in.
  package var sizeOfText: Int { tree.count }

  /// How many entries a mapping has; 0 for anything else.
  package var entryCount: Int { kind == .mapping ? tree.entryCount(of: index) : 0 }
}
