import Located

extension Node {
  /// The way from this root to what a span covers, in what the text means and not in lines:
  /// `stages.remiss.with.window`.
  ///
  /// A stage is named by its id and any other item of a list by its number, from 1. What spans
  /// several keys is named by what holds them. Costs a walk down the tree, so only findings get one.
  func place(of span: Span) -> String {
    var here = self
    var steps: [String] = []
    while let (step, next) = here.step(towards: span) {
      steps.append(step)
      guard let next else { break }
      here = next
    }
    return steps.joined(separator: ".")
  }

  private func step(towards span: Span) -> (String, Node?)? {
    for (key, value) in entries {
      guard let name = key.text else { continue }
      if key.span.covers(span) { return (name, nil) }
      if value.span.covers(span), value.span != self.span { return (name, value) }
    }
    for (index, item) in items.enumerated() where item.span.covers(span) {
      return (item["id"]?.text ?? "\(index + 1)", item)
    }
    return nil
  }
}

extension Span {
  /// Whether another lies wholly in it.
  func covers(_ other: Span) -> Bool {
    start <= other.start && other.end <= end
  }
}
