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
    switch part(covering: span) {
    case .key(let key): key.text.map { ($0, nil) }
    case .value(let value, let key): key.text.map { ($0, value) }
    case .item(let item, let number): (item["id"]?.text ?? "\(number + 1)", item)
    case nil: nil
    }
  }
}

extension Span {
  /// Whether another lies wholly in it.
  func covers(_ other: Span) -> Bool {
    start <= other.start && other.end <= end
  }
}
