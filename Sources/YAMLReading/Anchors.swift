import CLibYAML
import Located

/// The anchors of a document, and how many nodes the aliases would add if they were copied in.
///
/// The sizes are counted, never built, so a file of a kilobyte that stands for 10⁹ nodes costs
/// nothing.
struct Anchors {
  /// What an alias leads to.
  enum Use {
    /// An earlier node.
    case node(Int)
    /// Nothing of that name.
    case unknown
    /// A node that contains the alias.
    case cycle(Span)
  }

  private struct Anchor {
    let node: Int
    let span: Span
    /// All nodes up to its start; and once closed its own, both with the aliases copied in.
    let before: Int
    var size: Int?
  }

  private var all: [Anchor] = []
  private var byName: [String: Int] = [:]
  /// How many nodes the aliases have added so far; stays at `Int.max` when that is passed.
  private(set) var added = 0
  private var uses = 0
  private var passed: (alias: Span, anchor: Span)?

  /// Notes an anchor of the node that is added next; gives its place, or -1 without an anchor.
  mutating func open(_ name: UnsafeMutablePointer<yaml_char_t>?, _ span: Span?, _ node: Int) -> Int
  {
    guard let name, let span else { return -1 }
    byName[String(cString: name)] = all.count
    all.append(Anchor(node: node, span: span, before: expanded(node), size: nil))
    return all.count - 1
  }

  /// Notes that the node of an anchor is complete, with so many nodes in the tree.
  mutating func close(_ place: Int, nodes: Int) {
    guard place >= 0 else { return }
    all[place].size = expanded(nodes) - all[place].before
  }

  /// What an alias leads to.
  mutating func use(_ name: String, at span: Span, limit: Int) -> Use {
    guard let place = byName[name] else { return .unknown }
    let anchor = all[place]
    guard let size = anchor.size else { return .cycle(anchor.span) }
    let (sum, overflow) = added.addingReportingOverflow(size)
    added = overflow ? .max : sum
    uses += 1
    if added > limit, passed == nil { passed = (span, anchor.span) }
    return .node(anchor.node)
  }

  /// The fault of having passed the limit, known when all aliases have been seen.
  func limitFault(_ limits: Limits, _ faults: Faults) -> Diagnostic? {
    passed.map { faults.aliasLimit($0.alias, anchor: $0.anchor, added, limits.aliasedNodes) }
  }

  private func expanded(_ nodes: Int) -> Int {
    let (sum, overflow) = added.addingReportingOverflow(nodes - uses)
    return overflow ? .max : sum
  }
}
