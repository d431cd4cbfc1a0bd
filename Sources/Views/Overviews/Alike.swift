/// Which of many texts say nearly the same, so that they can be answered together.
///
/// Each text is held against the first of every group, in the order they stand, by the share of the
/// words that the two have in common (Jaccard, 1901). So it is the same however often it is asked,
/// and no chain of small differences joins what is unlike.
enum Alike {
  /// How much of two texts must be common: three words of four.
  private static let threshold = (common: 3, of: 4)
  /// Texts of fewer words are alike only where they are the same: "Bra" is not "Inte bra".
  private static let fewest = 5

  private static let negations: Set = [
    "inte", "ej", "icke", "aldrig", "ingen", "inget", "inga", "not", "no", "never",
  ]

  /// The number of each text's group, from 1 in the order of their first texts.
  static func groups(_ texts: [String]) -> [Int] {
    var known: [String: Int] = [:]
    var firsts: [(text: Worded, group: Int)] = []
    var count = 0
    return texts.map { text in
      let words = words(of: text)
      let same = words.joined(separator: " ")
      if let group = known[same] { return group }
      let worded = Worded(words)
      let near = firsts.first { areAlike($0.text, worded) }?.group
      if near == nil { count += 1 }
      let group = near ?? count
      if near == nil, worded.words.count >= fewest { firsts.append((worded, group)) }
      known[same] = group
      return group
    }
  }

  /// What two texts are held against each other by.
  private struct Worded {
    let words: Set<String>
    let isNegated: Bool

    init(_ all: [String]) {
      words = Set(all.map(Alike.stem))
      isNegated = !words.isDisjoint(with: Alike.negations)
    }
  }

  private static func areAlike(_ one: Worded, _ other: Worded) -> Bool {
    let (a, b) = (one.words, other.words)
    guard b.count >= fewest,
      min(a.count, b.count) * threshold.of >= max(a.count, b.count) * threshold.common
    else { return false }
    // One that says no is not alike one that says yes, whatever else they share.
    guard one.isNegated == other.isNegated else { return false }
    let common = (a.count < b.count ? a : b).count { (a.count < b.count ? b : a).contains($0) }
    return common * threshold.of >= (a.count + b.count - common) * threshold.common
  }

  private static func words(of text: String) -> [String] {
    text.plainWords
      ?? text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// Swedish bends words at their end: `region` and `regionen` are one, by their first letters.
  private static func stem(_ word: String) -> String {
    String(word.prefix(6))
  }
}
