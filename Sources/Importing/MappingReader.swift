package import Located

/// Reads a mapping, and finds all that is wrong in it.
package struct MappingReader {
  package private(set) var diagnostics: [Diagnostic] = []

  package init() {}

  /// The mapping that a text says; nil after at least one finding.
  package mutating func read(_ root: Node) -> Mapping? {
    let known = ["mapping", "sheet", "heading", "one-per", "key", "open", "act"]
    guard isMapping(root), keys(of: root, are: known) else { return nil }
    let name = text(root, "mapping", isNeeded: true)
    var heading: Int?
    if let node = root["heading"] {
      heading = node.text.flatMap { Int($0) }
      if heading.map({ $0 < 1 }) ?? true {
        fault(node, sv: "heading: är rubrikradens nummer", en: "heading: is the number of a row")
      }
    }
    let purpose: Mapping.Purpose?
    switch (root["open"], root["act"]) {
    case (let node?, nil): purpose = .open(fields(of: node, Self.ofOpen))
    case (nil, let node?): purpose = .act(fields(of: node, Self.ofAct))
    default:
      purpose = nil
      fault(
        root,
        sv: "skriv antingen open: (rader blir ärenden) eller act: (rader registreras i ärenden)",
        en: "write either open: (rows become cases) or act: (rows are registered in cases)")
    }
    let onePer = grouping(root["one-per"])
    let key = root["key"].flatMap { source($0) }
    guard let name, let purpose, let onePer, diagnostics.isEmpty else { return nil }
    return Mapping(
      name: name, sheet: text(root, "sheet", isNeeded: false), heading: heading, onePer: onePer,
      key: key, purpose: purpose)
  }

  /// What may be said, what must be, and under which of them names are free.
  private struct Keys {
    let needed: [String]
    let others: [String]
    let maps: [String]
  }

  private static let ofOpen = Keys(
    needed: ["product", "title", "pipeline"],
    others: [
      "title-en", "kind", "at-stage", "in-force", "in-force-version", "opened", "opened-by",
      "revision", "for",
    ],
    maps: ["inputs", "roles"])
  private static let ofAct = Keys(
    needed: ["stage", "act"], others: ["case", "for", "lane", "on"], maps: ["fields"])

  private mutating func fields(of node: Node, _ known: Keys) -> [Mapping.Field] {
    guard isMapping(node), keys(of: node, are: known.needed + known.others + known.maps) else {
      return []
    }
    var fields: [Mapping.Field] = []
    for key in known.needed where node[key] == nil {
      fault(node, sv: "\(key): saknas", en: "\(key): is missing")
    }
    for (key, value) in node.entries {
      guard let name = key.text else { continue }
      guard known.maps.contains(name) else {
        if let source = source(value) { fields.append(.init(path: [name], content: .one(source))) }
        continue
      }
      guard isMapping(value) else { continue }
      for (inner, value) in value.entries {
        let path = [name, inner.text ?? ""]
        if name == "fields", value.kind == .mapping, let rows = value["rows"] {
          guard isMapping(rows) else { continue }
          let columns = rows.entries.compactMap { key, value in
            source(value).map { (key: key.text ?? "", source: $0) }
          }
          fields.append(.init(path: path, content: .rows(columns)))
        } else if let source = source(value) {
          fields.append(.init(path: path, content: .one(source)))
        }
      }
    }
    return fields
  }

  private mutating func grouping(_ node: Node?) -> Mapping.Grouping? {
    switch node?.text {
    case nil where node == nil, "row": return .row
    case "file": return .file
    default:
      guard let node, node.kind == .mapping, let source = source(node) else {
        if let node {
          fault(
            node, sv: "one-per: är row, file eller {column: RUBRIK}",
            en: "one-per: is row, file or {column: HEADING}")
        }
        return nil
      }
      return .column(source)
    }
  }

  private mutating func source(_ node: Node) -> Mapping.Source? {
    if let text = node.text { return Mapping.Source(origin: .word(text), mark: node.span.start) }
    let known = ["column", "label", "as", "words", "prefix", "else", "many", "optional"]
    guard isMapping(node), keys(of: node, are: known) else { return nil }
    func names(_ node: Node) -> [String] {
      (node.kind == .list ? node.items : [node]).compactMap(\.text)
    }
    let origin: Mapping.Source.Origin
    switch (node["column"].map(names), node["label"].map(names)) {
    case (let names?, nil) where !names.isEmpty: origin = .column(names)
    case (nil, let names?) where !names.isEmpty: origin = .label(names)
    default:
      fault(
        node, sv: "ange varifrån: {column: RUBRIK} eller {label: LEDTEXT}",
        en: "say where it comes from: {column: HEADING} or {label: LABEL}")
      return nil
    }
    var source = Mapping.Source(origin: origin, mark: node.span.start)
    if let kind = node["as"] {
      let all = Mapping.Source.Kind.allCases.map(\.rawValue)
      if let found = kind.text.flatMap(Mapping.Source.Kind.init) {
        source.kind = found
      } else {
        fault(
          kind, sv: "as: är \(all.joined(separator: ", "))",
          en: "as: is \(all.joined(separator: ", "))")
      }
    }
    for (from, to) in node["words"]?.entries ?? [] {
      source.words.append((from.text ?? "", to.text ?? ""))
    }
    source.prefix = node["prefix"]?.text ?? ""
    source.otherwise = node["else"]?.text
    source.isMany = flag(node["many"])
    source.isOptional = flag(node["optional"])
    return source
  }

  private mutating func flag(_ node: Node?) -> Bool {
    guard let node else { return false }
    if node.text != "true", node.text != "false" {
      fault(node, sv: "här står true eller false", en: "true or false stands here")
    }
    return node.text == "true"
  }

  private mutating func text(_ node: Node, _ key: String, isNeeded: Bool) -> String? {
    if let text = node[key]?.text, !text.isEmpty { return text }
    if isNeeded || node[key] != nil {
      fault(node[key] ?? node, sv: "\(key): är en text", en: "\(key): is a text")
    }
    return nil
  }

  private mutating func isMapping(_ node: Node) -> Bool {
    if node.kind == .mapping { return true }
    fault(node, sv: "här ska det stå nycklar med värden", en: "keys with values are expected here")
    return false
  }

  private mutating func keys(of node: Node, are known: [String]) -> Bool {
    let before = diagnostics.count
    for (key, _) in node.entries where !known.contains(key.text ?? "") {
      let near = nearest(to: key.text ?? "", among: known)
      fault(
        key,
        sv: "'\(key.text ?? "")' finns inte"
          + (near.map { ", menar du '\($0)'?" } ?? ", bara \(known.joined(separator: ", "))"),
        en: "there is no '\(key.text ?? "")'"
          + (near.map { ", did you mean '\($0)'?" } ?? ", only \(known.joined(separator: ", "))"))
    }
    return diagnostics.count == before
  }

  private mutating func fault(_ node: Node, sv: String, en: String) {
    diagnostics.append(
      Diagnostic("import/mapping", Text(sv: sv, en: en), path: node.path, span: node.span))
  }
}
