/// The names that a misspelt one may be meant for: the best first, at most three that are as good.
package struct Suggestions: Sendable, Hashable {
  /// The names; empty when none is near, or so many that any would be a guess.
  package let names: [String]
  /// Whether it can only be the first: the same but for case and hyphens, or one letter away.
  package let isCertain: Bool
  /// Whether none of them is more than one letter away, or each is a word for the same thing.
  package let isClose: Bool

  /// How many faults of one kind in one place are worth a search: a file made to be slow has more.
  package static let worthwhile = 20

  /// No name.
  package static let none = Suggestions(names: [], isCertain: false, isClose: false)

  /// The best.
  package var first: String? { names.first }

  /// `, menar du 'remiss'?` to be put behind what is wrong; nil without a name.
  package var question: Text? {
    guard !names.isEmpty else { return nil }
    let quoted = names.map { "'\($0)'" }
    return Text(
      sv: ", menar du \(Self.either(quoted, "eller"))?",
      en: ", did you mean \(Self.either(quoted, "or"))?")
  }

  /// `a, b or c`.
  private static func either(_ words: [String], _ or: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(or) \(last)"
  }
}

/// The names that a word may be meant for, by spelling and by meaning.
///
/// Best are those that differ in case, hyphens or accents only (`forEach`, `Owner`); then those one
/// letter away, and those that the word is a synonym of (`tidsfrist`); then those two letters away,
/// in a word of six or more. A typing error inserts, drops, replaces or swaps letters.
/// - Parameter title: what people see in the place of a name, a synonym of it too.
package func suggestions(
  for word: String, among names: some Sequence<String>,
  titled title: (String) -> Text? = { _ in nil }
) -> Suggestions {
  let written = folded(word)
  guard !written.isEmpty, written.count <= 64 else { return .none }
  let limit = min(2, max(1, written.count / 3))
  let meant = Synonyms.names(for: written)
  var best: [String] = []
  var synonyms: [String] = []
  var least = limit + 1
  for name in names {
    let isSynonym = meant.contains(name)
    let distance = isSynonym ? 1 : distance(written, folded(name), atMost: min(limit, least))
    guard distance <= min(limit, least) else { continue }
    if distance < least { (best, synonyms, least) = ([], [], distance) }
    if isSynonym { synonyms.append(name) } else { best.append(name) }
  }
  if least > 1 {
    synonyms = names.filter { name in
      guard let title = title(name) else { return false }
      return folded(title.sv) == written || folded(title.en) == written
    }
    if !synonyms.isEmpty { (best, least) = ([], 1) }
  }
  let all = synonyms + best.filter { !synonyms.contains($0) }
  guard 1...3 ~= all.count else { return .none }
  let isSpelling = synonyms.isEmpty && (least == 0 || least == 1 && written.count > 3)
  return Suggestions(names: all, isCertain: all.count == 1 && isSpelling, isClose: least < 2)
}

/// The name nearest to a misspelt one; nil when none is near.
package func nearest(to word: String, among names: some Sequence<String>) -> String? {
  suggestions(for: word, among: names).first
}

/// A word as the names of the language are written: `forEach`, `for_each` and `För each` alike.
package func folded(_ word: String) -> [UInt8] {
  var out: [UInt8] = []
  out.reserveCapacity(word.utf8.count)
  var followsSmall = false
  for scalar in word.unicodeScalars {
    var isSmall = false
    switch scalar {
    case "a"..."z", "0"..."9":
      out.append(UInt8(scalar.value))
      isSmall = true
    case "A"..."Z":
      if followsSmall { out.append(UInt8(ascii: "-")) }
      out.append(UInt8(scalar.value | 0x20))
    case "å", "ä", "à", "á", "Å", "Ä": out.append(UInt8(ascii: "a"))
    case "ö", "ø", "ó", "Ö", "Ø": out.append(UInt8(ascii: "o"))
    case "é", "è", "É", "È": out.append(UInt8(ascii: "e"))
    case "_", " ", "-", ".":
      if let last = out.last, last != UInt8(ascii: "-") { out.append(UInt8(ascii: "-")) }
    case "\u{300}"..."\u{36F}": break
    default: out.append(contentsOf: String(scalar).utf8)
    }
    followsSmall = isSmall
  }
  while out.last == UInt8(ascii: "-") { out.removeLast() }
  return out
}

/// The letters to insert, drop, replace or swap; more than `most` when it is more than that.
private func distance(_ a: [UInt8], _ b: [UInt8], atMost most: Int) -> Int {
  guard abs(a.count - b.count) <= most else { return most + 1 }
  if a == b { return 0 }
  var before: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    row.reserveCapacity(b.count + 1)
    var smallest = i + 1
    for j in b.indices {
      var least = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        least = min(least, before[j - 1] + 1)
      }
      row.append(least)
      smallest = min(smallest, least)
    }
    if smallest > most { return most + 1 }
    before = last
    last = row
  }
  return last[b.count]
}
