import Located

/// The ways from the root of a text to what spans cover, in what the text means and not in lines:
/// `stages.remiss.with.window`.
///
/// A stage is named by its id and any other item of a list by its number, from 1. What spans several
/// keys is named by what holds them. Costs a walk down the tree, so only findings get one; what a
/// collection holds is listed once, however many findings there are in it.
struct Places {
  private let root: Node
  private var parts: [Span: [Part]] = [:]

  init(in root: Node) {
    self.root = root
  }

  /// An entry of a mapping or an item of a list.
  private struct Part {
    let key: Node?
    let value: Node
    var start: Mark { (key ?? value).span.start }
  }

  /// The way to what a span covers.
  mutating func place(of span: Span) -> String {
    var here = root
    var steps: [String] = []
    while let (step, next) = step(from: here, towards: span) {
      steps.append(step)
      guard let next else { break }
      here = next
    }
    return steps.joined(separator: ".")
  }

  private mutating func step(from here: Node, towards span: Span) -> (String, Node?)? {
    guard here.kind != .scalar else { return nil }
    let parts = parts(of: here)
    // The last that begins where the span does or before it; what begins earlier ends earlier too.
    var low = 0
    var high = parts.count
    while low < high {
      let middle = (low + high) / 2
      if parts[middle].start <= span.start { low = middle + 1 } else { high = middle }
    }
    // Nothing at all may stand where two of them meet.
    for index in max(0, low - 2)..<low {
      let part = parts[index]
      guard let key = part.key else {
        guard part.value.span.covers(span) else { continue }
        return (part.value["id"]?.text ?? "\(index + 1)", part.value)
      }
      guard let name = key.text else { continue }
      if key.span.covers(span) { return (name, nil) }
      if part.value.span.covers(span), part.value.span != here.span { return (name, part.value) }
    }
    return nil
  }

  /// What a collection holds, in the order of reading.
  ///
  /// An alias stands for what is written further up, so nothing is looked for behind it.
  private mutating func parts(of here: Node) -> [Part] {
    if let known = parts[here.span] { return known }
    let end = here.span.start
    let made =
      here.kind == .mapping
      ? here.entries.map { Part(key: $0.key, value: $0.value) }
      : here.items.map { Part(key: nil, value: $0) }
    let written = made.filter { $0.start >= end }
    parts[here.span] = written
    return written
  }
}

extension [Diagnostic] {
  /// The same findings, each with its place in what their one file means.
  func placed(in root: Node) -> [Diagnostic] {
    guard !isEmpty else { return self }
    var places = Places(in: root)
    return map { $0.at(places.place(of: $0.span)) }
  }
}

extension Span {
  /// Whether another lies wholly in it.
  func covers(_ other: Span) -> Bool {
    start <= other.start && other.end <= end
  }
}
