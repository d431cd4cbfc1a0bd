/// The lines of a text that another has not, with those around them and those they stand under.
///
/// Two examples of a code share most of their lines; what differs is what a reader looks for.
struct Excerpt {
  /// Lines before and after a difference.
  private static let around = 2

  /// The lines to show; `…` stands for what was left out.
  let lines: [String]

  init(of text: [String], against other: [String]) {
    let kept = Self.kept(text, other)
    var lines: [String] = []
    var last = -1
    for index in text.indices where kept.contains(index) {
      if index > last + 1 { lines.append("…") }
      lines.append(text[index])
      last = index
    }
    if last + 1 < text.count { lines.append("…") }
    self.lines = lines
  }

  private static func kept(_ text: [String], _ other: [String]) -> Set<Int> {
    var kept: Set<Int> = []
    for place in differences(text, other) {
      for index in max(0, place.lowerBound - around)..<min(text.count, place.upperBound + around) {
        kept.insert(index)
      }
    }
    // A text that is the same is shown whole.
    guard !kept.isEmpty else { return Set(text.indices) }
    for index in kept.sorted() { kept.formUnion(owners(of: index, in: text)) }
    // The sign that something was left out would take the place of a single line.
    for index in text.indices where kept.contains(index - 1) && kept.contains(index + 1) {
      kept.insert(index)
    }
    return kept
  }

  /// Where the text has lines that the other has not, and where it lacks some that the other has.
  private static func differences(_ text: [String], _ other: [String]) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var isOwn = Array(repeating: false, count: text.count)
    var isLost = Array(repeating: false, count: other.count)
    for change in text.difference(from: other) {
      switch change {
      case .insert(let offset, _, _): isOwn[offset] = true
      case .remove(let offset, _, _): isLost[offset] = true
      }
    }
    var here = 0
    var there = 0
    while here < text.count || there < other.count {
      if here < text.count, isOwn[here] {
        places.append(here..<here + 1)
        here += 1
      } else if there < other.count, isLost[there] {
        places.append(here..<here)
        there += 1
      } else {
        here += 1
        there += 1
      }
    }
    return places
  }

  /// The lines that a line stands under: the nearest earlier ones with ever smaller indentation.
  private static func owners(of index: Int, in text: [String]) -> [Int] {
    var owners: [Int] = []
    var indent = indentation(text[index])
    for earlier in (0..<index).reversed() where indent > 0 {
      let line = text[earlier]
      if line.isEmpty || line.first == "#" || indentation(line) >= indent { continue }
      owners.append(earlier)
      indent = indentation(line)
    }
    return owners
  }

  private static func indentation(_ line: String) -> Int {
    line.prefix { $0 == " " }.count
  }
}
