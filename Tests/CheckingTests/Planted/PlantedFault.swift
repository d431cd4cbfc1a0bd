import RandomTesting

/// A kind of fault that people make, and how often it is planted.
enum PlantedFault: String, CaseIterable {
  case duplicatedKey, tabInIndentation, unknownKey, badDuration, unknownBody, unknownStage
  case waitsForItself

  /// As many of each kind as the checkers of other languages were measured with.
  var count: Int {
    switch self {
    case .duplicatedKey, .tabInIndentation: 24
    case .unknownKey: 32
    case .badDuration, .waitsForItself: 27
    case .unknownBody: 41
    case .unknownStage: 20
    }
  }

  /// Plants it somewhere by chance; gives its line, counted from 1, and what it must be called.
  func plant(
    in programme: inout CareProgramme, _ random: inout SeededRandom
  ) -> (line: Int, code: String)? {
    let lines = programme.lines
    let after = /^ {4}after:[ ]/
    /// The indices of the lines in which a pattern is found.
    func places(_ pattern: some RegexComponent) -> [Int] {
      lines.indices.filter { lines[$0].firstMatch(of: pattern) != nil }
    }
    switch self {
    case .duplicatedKey:
      let single = /^( {4})?(within|owner|uses|every|version|product|after|window):[ ]\S/
      guard let place = random.pick(places(single)) else { return nil }
      let indent = lines[place].prefix { $0 == " " }.count
      // At the end of the mapping, as far from the first one as can be.
      let end =
        lines[(place + 1)...].firstIndex { $0.isEmpty || $0.prefix { $0 == " " }.count < indent }
        ?? lines.endIndex
      programme.lines.insert(lines[place], at: end)
      return (end + 1, "yaml/duplicate-key")
    case .tabInIndentation:
      let indented = /^ {4,}[a-z-]+:/
      guard let place = random.pick(places(indented)) else { return nil }
      let spaces = random.pick([1, 2, 4]) ?? 2
      programme.lines[place] =
        String(repeating: " ", count: 4 - spaces) + "\t" + lines[place].dropFirst(4)
      return (place + 1, "yaml/tab-indent")
    case .unknownKey:
      let known = /^ {0,6}(owner|within|uses|escalate|kind):[ ]/
      guard let place = random.pick(places(known)),
        let key = random.pick(["ansvarig", "remisstid", "deadlin", "granskare", "x-priority"])
      else { return nil }
      let indent = lines[place].prefix { $0 == " " }
      programme.lines.insert("\(indent)\(key): 3", at: place + 1)
      return (place + 2, "schema/unknown-key")
    case .badDuration:
      let duration = /\d+ (weeks|months)/
      guard let place = random.pick(places(duration)),
        let wrong = random.pick(["3 månader", "tre months", "3months", "P3M", "3 mnd", "1.5 weeks"])
      else { return nil }
      programme.lines[place].replace(duration, with: wrong, maxReplacements: 1)
      return (place + 1, "schema/wrong-form")
    case .unknownBody:
      let named = /(owner: |to: |dispose: |extend: |for-each: |parties: \[)([a-z-]+)/
      let found = places(named).filter { !lines[$0].contains("at-most") }
      guard let place = random.pick(found),
        let match = lines[place].firstMatch(of: named)
      else { return nil }
      let name = match.output.2
      programme.lines[place].replaceSubrange(
        name.startIndex..<name.endIndex, with: random.chance(50) ? name.dropLast() : "region-xyz")
      // Two keys take sets of bodies.
      let isSet = ["for-each", "parties"].contains { match.output.1.hasPrefix($0) }
      return (place + 1, isSet ? "ref/unknown-set" : "ref/unknown-body")
    case .unknownStage:
      return programme.lines.point(
        to: { _ in random.pick(["utkst", "remissen", "beslut-x"]) ?? "" },
        at: random.pick(places(after))
      ).map { ($0, "ref/unknown-stage") }
    case .waitsForItself:
      return programme.lines.point(to: { $0 }, at: random.pick(places(after)))
        .map { ($0, "flow/cycle") }
    }
  }
}

extension [String] {
  /// Has the `after` in a line name something else, made from the id of its stage; gives the line.
  fileprivate mutating func point(to name: (String) -> String, at place: Int?) -> Int? {
    let start = "  - id: "
    guard let place, let stage = self[..<place].last(where: { $0.hasPrefix(start) }) else {
      return nil
    }
    self[place] = "    after: \(name(String(stage.dropFirst(start.count))))"
    return place + 1
  }
}
