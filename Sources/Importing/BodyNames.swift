import Located
import Register
import Sheets

/// Finds a body by what people call it: id, code, name, earlier name, or a short form.
struct BodyNames {
  private var byName: [String: [String]] = [:]
  private var byCore: [String: [String]] = [:]
  private let regions: Set<String>

  init(_ organisation: Organisation) {
    var regions: Set<String> = []
    for body in organisation.bodies {
      let names = ([body.name] + body.earlierNames.map(\.name)).flatMap { [$0.sv, $0.en] }
      let all = (names + names.flatMap(Self.parts)).map(\.compared) + [body.id]
      for name in Set(all).sorted() {
        byName[name, default: []].append(body.id)
      }
      guard body.kind == "region" else { continue }
      regions.insert(body.id)
      for code in [body.code].compactMap({ $0 }) { byName[code, default: []].append(body.id) }
      for core in Set(names.flatMap(Self.cores)).sorted() {
        byCore[core, default: []].append(body.id)
      }
    }
    self.regions = regions
  }

  /// The bodies of a name; several where it may be any of them.
  func bodies(called text: String, onlyRegions: Bool) -> [String] {
    func wanted(_ ids: [String]?) -> [String] {
      (ids ?? []).filter { !onlyRegions || regions.contains($0) }
    }
    let name = text.compared
    let exact = wanted(byName[name])
    if !exact.isEmpty { return exact }
    // `8` of a sheet that ate the zero.
    if name.count == 1, name.allSatisfy(\.isNumber) { return wanted(byName["0" + name]) }
    return Self.cores(of: text).lazy.map { wanted(byCore[$0]) }.first { !$0.isEmpty } ?? []
  }

  /// `NT-rådet (rådet för nya terapier)` is called by either part.
  private static func parts(of name: String) -> [String] {
    guard name.last == ")", let open = name.firstIndex(of: "(") else { return [] }
    let inside = name[name.index(after: open)...].dropLast()
    return [String(name[..<open]), String(inside)].map(\.tidy).filter { !$0.isEmpty }
  }

  /// The names without what is said of every region, and the initials of those of three words.
  ///
  /// `Region Halland` and `Landstinget Halland` are `halland`; `LTV Värmland` is `värmland`;
  /// `Västra Götalandsregionen` is `västra götaland` and `vgr`, `Region Örebro län` is `röl`.
  private static func cores(of name: String) -> [String] {
    var words: [String] = []
    for word in name.compared.split(whereSeparator: { !$0.isLetter }).map(String.init) {
      if let stem = word.stem(before: "sregionen") ?? word.stem(before: "regionen") {
        words += [stem, "regionen"]
      } else {
        words.append(word)
      }
    }
    let own = words.filter { !common.contains($0) }.map {
      $0.count > 4 ? $0.stem(before: "s") ?? $0 : $0
    }
    guard !own.isEmpty else { return [] }
    let core = own.joined(separator: " ")
    // Initials are not made of initials.
    guard words.count >= 3 else { return [core] }
    return [core, words.map { String($0.prefix(1)) }.joined()]
  }

  private static let common: Set<String> = [
    "region", "regionen", "landsting", "landstinget", "län", "läns", "lan", "i", "ltv", "ll", "rg",
    "county", "of", "the",
  ]
}

extension String {
  fileprivate func stem(before ending: String) -> String? {
    count > ending.count && hasSuffix(ending) ? String(dropLast(ending.count)) : nil
  }
}
