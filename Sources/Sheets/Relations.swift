/// What a part of a document points at, by the ids that it uses for it.
final class Relations: XMLHandler {
  private(set) var targets: [(id: String, type: String, target: String)] = []
  let fault: SheetFault? = nil

  func begin(_ element: String, _ attributes: [String: String]) {
    guard element == "Relationship", attributes["TargetMode"] != "External",
      let id = attributes["Id"], let target = attributes["Target"]
    else { return }
    targets.append((id, attributes["Type"] ?? "", target))
  }

  func text(_ text: String) {}
  func end(_ element: String) {}
}

extension Archive {
  /// What a part points at, with names of parts.
  mutating func relations(of part: String) throws(SheetFault) -> Relations {
    let relations = Relations()
    let (folder, name) = Self.split(part)
    let path = "\(folder)_rels/\(name).rels"
    if let bytes = try self.part(path) { try relations.read(bytes, path) }
    return relations
  }

  /// The name of a part that another points at.
  static func resolve(_ target: String, from part: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var steps = split(part).folder.split(separator: "/").map(String.init)
    for step in target.split(separator: "/") {
      if step == ".." { _ = steps.popLast() } else if step != "." { steps.append(String(step)) }
    }
    return steps.joined(separator: "/")
  }

  /// The part that is the document itself, if its name ends so.
  mutating func mainPart(ending suffix: String) throws(SheetFault) -> String? {
    try relations(of: "").targets.lazy.filter { $0.type.hasSuffix("/officeDocument") }
      .map { Archive.resolve($0.target, from: "") }.first { $0.hasSuffix(suffix) }
  }

  private static func split(_ part: String) -> (folder: String, name: String) {
    guard let slash = part.lastIndex(of: "/") else { return ("", part) }
    return (String(part[...slash]), String(part[part.index(after: slash)...]))
  }
}
