import Located

/// The readings of what stands under `powers:`, `kinds:`, `sets:` and `bodies:`.
///
/// What is faulty is reported and left out; the organisation is then not made.
func readPower(_ node: Node, _ findings: Findings) -> Written<Power>? {
  var fields = FieldReader(node, findings)
  let (key, title) = (fields.required("id"), fields.requiredName("title"))
  fields.finish()
  guard let key, let id = findings.id(key), let title else { return nil }
  return Written(value: Power(id: id, title: title), node: key, entry: node)
}

func readKind(
  _ node: Node, _ references: inout [Reference], _ findings: Findings
) -> Written<BodyKind>? {
  var fields = FieldReader(node, findings)
  let (key, title) = (fields.required("id"), fields.requiredName("title"))
  let level = fields.required("level").flatMap { findings.choice($0, by: \Level.rawValue) }
  let isOpen = fields("open").flatMap(findings.flag) ?? false
  let powers = readWords(fields.items("powers"), .power, &references, findings)
  let seats = readSeats(fields.items("seats"), &references, findings)
  let composition = readComposition(fields.items("composition"), &references, findings)
  fields.finish()
  guard let key, let id = findings.id(key), let title, let level else { return nil }
  return Written(
    value: BodyKind(
      id: id, title: title, level: level, isOpen: isOpen, powers: powers, seats: seats,
      composition: composition),
    node: key, entry: node)
}

func readSet(
  _ node: Node, _ references: inout [Reference], _ findings: Findings
) -> Written<BodySet>? {
  var fields = FieldReader(node, findings)
  let (key, title) = (fields.required("id"), fields.requiredName("title"))
  let (kind, listed) = (fields("kind"), fields("bodies"))
  fields.finish()
  let rule: BodySet.Rule?
  switch (kind, listed) {
  case (let kind?, nil):
    rule = readWords([kind], .kind, &references, findings).first.map { .kind($0) }
  case (nil, let listed?):
    rule = .bodies(readWords(findings.items(listed), .body, &references, findings))
  default:
    rule = nil
    findings.add(
      "schema/wrong-form", at: node, sv: "en mängd har antingen kind: eller bodies:",
      en: "a set has either kind: or bodies:",
      help: Text(
        sv: "skriv kind: för alla av ett slag, eller bodies: för dem som räknas upp",
        en: "write kind: for all of one kind, or bodies: for those that are listed"))
  }
  guard let key, let id = findings.id(key), let title, let rule else { return nil }
  return Written(value: BodySet(id: id, title: title, rule: rule), node: key, entry: node)
}

func readBody(
  _ node: Node, _ kinds: Catalogue<BodyKind>, _ references: inout [Reference],
  _ findings: Findings
) -> Written<BodyRecord>? {
  var fields = FieldReader(node, findings)
  let key = fields.required("id")
  let id = key.flatMap(findings.id)
  let name = fields.requiredName("name")
  let kind = fields.required("kind").flatMap {
    readWords([$0], .kind, &references, findings).first
  }
  let level = fields("level").flatMap { findings.choice($0, by: \Level.rawValue) }
  let earlier = fields.items("earlier").compactMap { readEarlierName($0, findings) }
  let code = fields("code").flatMap(findings.code)
  let letter = fields("letter").flatMap(findings.text)
  let period = fields.period()
  let started = fields("started").flatMap(findings.date)
  let powers = fields("powers").map {
    readWords(findings.items($0), .power, &references, findings)
  }
  let seats = fields("seats").map { readSeats(findings.items($0), &references, findings) }
  let composition = fields("composition").map {
    readComposition(findings.items($0), &references, findings)
  }
  let partOf = readLinks(&fields, "part-of", of: id, period, &references)
  let hosts = readLinks(&fields, "host", of: id, period, &references)
  let actingFor = readLinks(&fields, "acting-for", of: id, period, &references)
  let follows = readLinks(&fields, "follows", of: id, Period(), &references).map(\.body)
  let contact = fields("contact").flatMap { readContact($0, of: node.key("contact"), findings) }
  let population = fields.items("population").compactMap { readPopulation($0, findings) }
  fields.finish()
  // Without its kind's entry the body's mention of it is a fault already.
  guard let key, let id, let name, let kind, let its = kinds[kind]?.value else { return nil }
  return Written(
    value: BodyRecord(
      id: id, name: name,
      earlierNames: earlier.sorted { $0.to.last < $1.to.last }, kind: kind,
      level: level ?? its.level, code: code, letter: letter, period: period, started: started,
      powers: powers ?? its.powers, seats: seats ?? its.seats,
      composition: composition ?? its.composition, partOf: partOf, hosts: hosts,
      actingFor: actingFor, follows: follows, contact: contact,
      population: population.sorted { $0.on < $1.on }),
    node: key, entry: node)
}

private func readEarlierName(_ node: Node, _ findings: Findings) -> BodyRecord.EarlierName? {
  var fields = FieldReader(node, findings)
  let name = fields.requiredName("name")
  let to = fields.required("to").flatMap(findings.date)
  fields.finish()
  guard let name, let to else { return nil }
  return BodyRecord.EarlierName(name: name, to: to)
}

private func readPopulation(_ node: Node, _ findings: Findings) -> BodyRecord.Population? {
  var fields = FieldReader(node, findings)
  let on = fields.required("on").flatMap(findings.date)
  let count = fields.required("count").flatMap { findings.whole($0, in: 1...100_000_000) }
  fields.finish()
  guard let on, let count else { return nil }
  return BodyRecord.Population(on: on.last, count: count)
}

func readWords(
  _ nodes: [Node], _ target: Reference.Target, _ references: inout [Reference],
  _ findings: Findings
) -> [String] {
  nodes.compactMap { node in
    guard let word = findings.id(node) else { return nil }
    references.append(Reference(target: target, id: word, node: node))
    return word
  }
}

private func readSeats(
  _ nodes: [Node], _ references: inout [Reference], _ findings: Findings
) -> [Seat] {
  let seats = Catalogue(nodes, \Seat.id, findings) { node in
    var fields = FieldReader(node, findings)
    let (key, title) = (fields.required("id"), fields.requiredName("title"))
    let count = fields("count").flatMap { findings.whole($0, in: 1...1_000) } ?? 1
    let per = fields("per").flatMap { readWords([$0], .set, &references, findings).first }
    let decides = fields("decides").flatMap(findings.flag) ?? true
    let period = fields.period()
    fields.finish()
    guard let key, let id = findings.id(key), let title else { return nil }
    return Written(
      value: Seat(
        id: id, title: title, count: count, per: per, decides: decides, period: period),
      node: key, entry: node)
  }
  return seats.values
}

/// Links under a key: an id, `{body: …, from: …, to: …, note: …}`, or a list of either.
private func readLinks(
  _ fields: inout FieldReader, _ relation: String, of holder: String?, _ life: Period,
  _ references: inout [Reference]
) -> [BodyRecord.Link] {
  let findings = fields.findings
  return fields.items(relation).compactMap { node in
    var (target, period, note) = (Node?.some(node), Period(), Text?.none)
    if node.kind == .mapping {
      var link = FieldReader(node, findings)
      target = link.required("body")
      period = link.period()
      note = link.name("note")
      link.finish()
    }
    guard let target, let id = findings.id(target) else { return nil }
    let during = Period(from: period.from ?? life.from, to: period.to ?? life.to)
    references.append(
      Reference(
        target: .body, id: id, node: target, period: during,
        edge: holder.map { (relation, $0) }))
    return BodyRecord.Link(body: id, period: period, note: note)
  }
}
