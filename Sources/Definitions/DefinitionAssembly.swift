import Canonical
import CivilTime
import Located
import Register
import StageKit

/// Puts one definition together from its node and, for a variant, that of its base.
struct DefinitionAssembly {
  let reader: DefinitionReader
  let document: Node
  private var base: Node?
  private(set) var diagnostics: [Diagnostic] = []

  init(reader: DefinitionReader, document: Node) {
    self.reader = reader
    self.document = document
  }

  mutating func extend(_ base: Node) {
    if let twice = base["extends"] {
      diagnostics.append(
        (document["extends"] ?? document).diagnostic(
          "flow/extends-variant",
          Text(
            sv: "en variant bygger på en hel process, inte på en annan variant",
            en: "a variant extends a whole pipeline, not another variant"),
          related: [twice.related(sv: "är själv en variant", en: "is a variant itself")],
          help: twice.text.map {
            Text(
              sv: "bygg på \($0), och skriv här det som skiljer",
              en: "extend \($0), and write here what differs")
          }))
    }
    self.base = base
  }

  mutating func assemble() -> DefinitionReading {
    // What a variant of a variant lacks stands in a base that is not looked at.
    guard diagnostics.isEmpty else { return DefinitionReading(diagnostics: diagnostics) }
    let (form, stored, found) = PipelineForm.read(document, over: base, keeps: reader.keepsBodies)
    if !found.isEmpty {
      let names = Vocabulary(form, reader)
      report(found.firstMapped { $0.placedInPipeline().meaning(names) })
    }
    checkName()
    let unread = found.unreadKeys
    let read = readStages()
    var rules = DefinitionRules(reader: reader, form: form)
    let stages = read.compactMap { rules.resolve($0.form, $0.node, base: $0.base) }
    rules.checkHeader()
    // What is said of the whole needs every stage as it was meant.
    let isWhole =
      stages.count == read.count && read.allSatisfy(\.isFlowWhole) && !rules.repeatsID
      && unread.isDisjoint(with: ["inputs", "opened-by", "stages"])
    if isWhole { rules.checkTogether(stages) }
    // Roles and inputs that could not be read are no reason to call a name unknown.
    if !unread.isDisjoint(with: ["roles", "inputs"]) {
      let named = ["ref/unknown-body", "ref/unknown-set", "ref/unknown-input"]
      rules.diagnostics.removeAll { named.contains($0.code) }
    }
    diagnostics += rules.diagnostics
    guard isWhole else {
      diagnostics += unknownStages(read)
      return DefinitionReading(diagnostics: diagnostics)
    }
    let inputs = rules.inputs
    let openedBy = rules.openedBy(stages)
    let (table, faults) = TableBuilder.build(
      stages, worlds: Valuations.all(stages, inputs: inputs, openedBy: openedBy))
    diagnostics += faults
    let canBeRun = table != nil && found.isEmpty && read.allSatisfy(\.isWhole) && !hasErrors
    let body =
      canBeRun && reader.keepsBodies
      ? flatBody(stored, stages, read.map(\.stored)).json : []
    let definition = PipelineDefinition(
      form, node: document, base: base, roles: rules.roles, inputs: inputs, openedBy: openedBy,
      stages: stages, table: table ?? ControlTable(), body: body)
    if canBeRun { return DefinitionReading(definition: definition, diagnostics: diagnostics) }
    // Without the header's days and names hardly anything can be said of it, and of one that is made
    // to be too large more than anyone reads.
    guard unread.isSubset(of: ["title", "help"]), !faults.contains(where: \.isLimit) else {
      return DefinitionReading(diagnostics: diagnostics)
    }
    return DefinitionReading(
      draft: DefinitionDraft(
        definition: definition, hasFlow: table != nil && rules.knowsFlow,
        unsure: read.filter { !$0.isWhole }.map(\.node.span) + rules.unsure),
      diagnostics: diagnostics)
  }

  private var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  private mutating func report(_ found: [Finding]) {
    diagnostics += found.map(\.diagnostic)
  }

  // A variant is named `id@version` as any other: neither is its base's.
  private mutating func checkName() {
    guard base != nil else { return }
    for (key, sample) in [("pipeline", "riktlinje-skane"), ("version", "\"1\"")]
    where document[key] == nil {
      diagnostics.append(
        (document["extends"] ?? document).diagnostic(
          "schema/missing-key",
          Text(
            sv: "'\(key)' saknas: en variant tar inte över basens",
            en: "'\(key)' is missing: a variant does not take that of its base"),
          help: Text(
            sv: "skriv som \(key): \(sample)", en: "write as in \(key): \(sample)")))
    }
  }

  // MARK: stages

  struct ReadStage {
    let form: StageForm
    let stored: Value
    let node: Node
    let base: Node?
    /// Whether everything in it was read.
    let isWhole: Bool
    /// Whether everything was read that says what comes before and after it.
    let isFlowWhole: Bool
  }

  /// The keys of a stage that decide the flow.
  private static let flowKeys: Set<String> = [
    "id", "uses", "with", "insert", "outcomes", "after", "every", "for-each", "proceed", "in-force",
    "out-of-force", "when", "optional",
  ]

  private mutating func readStages() -> [ReadStage] {
    placed().map { node, base in
      let (form, stored, found) = StageForm.read(node, over: base, keeps: reader.keepsBodies)
      if !found.isEmpty {
        let names = Vocabulary(form, reader)
        report(found.firstMapped { $0.placed(inStage: form, node, reader.stages).meaning(names) })
      }
      return ReadStage(
        form: form, stored: stored, node: node, base: base, isWhole: found.isEmpty,
        isFlowWhole: found.isEmpty || found.unreadKeys.isDisjoint(with: Self.flowKeys))
    }
  }

  // The stages in the order of the flat file, each with the base's stage of the same id.
  private mutating func placed() -> [(Node, Node?)] {
    guard let stages = (document["stages"] ?? base?["stages"]) else { return [] }
    guard stages.kind == .list, !stages.items.isEmpty else {
      diagnostics.append(
        stages.diagnostic(
          "schema/wrong-type",
          Text(
            sv: "här ska det stå en lista med minst en fas",
            en: "a list of at least one stage is expected here"),
          help: Text(
            sv: "börja varje fas på en ny rad med - id:",
            en: "start each stage on a new line with - id:")
        ))
      return []
    }
    guard let base else { return stages.items.map { ($0, nil) } }
    var flat: [(Node, Node?)] = (base["stages"]?.items ?? []).map { ($0, nil) }
    for dropped in DefinitionAssembly.list(document["drop"]) {
      let id = dropped.text ?? ""
      guard let index = flat.firstIndex(where: { $0.0["id"]?.text == id }) else {
        unknown(dropped, id, among: flat)
        continue
      }
      flat.remove(at: index)
    }
    guard let own = document["stages"], own.kind == .list else { return flat }
    for stage in own.items {
      let id = stage["id"]?.text ?? ""
      if let index = flat.firstIndex(where: { $0.0["id"]?.text == id }) {
        flat[index] = (stage, flat[index].0)
      } else if let after = stage["insert"]?["after"] {
        guard let index = flat.firstIndex(where: { $0.0["id"]?.text == after.text }) else {
          unknown(after, after.text ?? "", among: flat)
          continue
        }
        flat.insert((stage, nil), at: index + 1)
      } else {
        diagnostics.append(
          (stage["id"] ?? stage).diagnostic(
            "flow/no-place",
            Text(
              sv: "fasen '\(id)' finns inte i basen, och ingenting säger var den nya ska stå",
              en: "the base has no stage '\(id)', and nothing says where the new one stands"),
            help: Text(
              sv: "skriv insert: {after: FAS} med fasen som den nya följer på",
              en: "write insert: {after: STAGE} with the stage that it follows"),
            fixes: suggestions(for: id, among: flat.compactMap { $0.0["id"]?.text })
              .fixes(at: stage["id"] ?? stage)))
      }
    }
    return flat
  }

  private mutating func unknown(_ node: Node, _ id: String, among stages: [(Node, Node?)]) {
    let names = stages.compactMap { $0.0["id"]?.text }
    let near = suggestions(for: id, among: names)
    diagnostics.append(
      node.diagnostic(
        "ref/unknown-stage",
        Text(
          sv: "basen har ingen fas '\(id)'" + (near.question?.sv ?? ""),
          en: "the base has no stage '\(id)'" + (near.question?.en ?? "")),
        help: near.names.isEmpty
          ? Text(
            sv: "basen har \(names.joined(separator: ", "))",
            en: "the base has \(names.joined(separator: ", "))") : nil,
        fixes: near.fixes(at: node)))
  }

  private static func list(_ node: Node?) -> [Node] {
    guard let node else { return [] }
    return node.kind == .list ? node.items : [node]
  }

  // MARK: the flat body

  // What means the same has the same bytes: forms in their own order, nothing of layout or bases.
  private func flatBody(_ header: Value, _ stages: [StageDefinition], _ stored: [Value]) -> Value {
    guard case .record(let fields) = header else { return header }
    let kept = fields.filter { !["extends", "drop", "stages"].contains($0.key) }
    let flat = zip(stages, stored).map { stage, stored -> Value in
      guard case .record(let fields) = stored else { return stored }
      var out = fields.filter { $0.key != "insert" }
      if case .record(let settings) = stage.prepared.settings, !settings.isEmpty {
        let place = out.firstIndex { StageForm.follows($0.key, "with") } ?? out.count
        out.insert(Value.Field("with", stage.prepared.settings), at: place)
      }
      return .record(out)
    }
    return .record(kept + [Value.Field("stages", .list(flat))])
  }
}

extension Diagnostic {
  fileprivate var isLimit: Bool { code.hasPrefix("limit/") }
}

extension StageForm {
  static let keys = StageForm.shape.fields.map(\.key)

  /// Whether a key comes after another in the form.
  static func follows(_ key: String, _ other: String) -> Bool {
    (keys.firstIndex(of: key) ?? .max) > (keys.firstIndex(of: other) ?? .max)
  }
}

extension [Finding] {
  /// The keys of a form whose values are not known, as something is wrong with them; that which a
  /// misspelt one stands for among them.
  fileprivate var unreadKeys: Set<String> {
    var keys: Set<String> = []
    for finding in self {
      if finding.unknownKey != nil {
        if let meant = finding.fault.replacement?.text { keys.insert(meant) }
      } else if case .key(let key)? = finding.fault.place.steps.first {
        keys.insert(key)
      }
    }
    return keys
  }
}

extension PipelineForm {
  static let keys = PipelineForm.shape.fields.map(\.key)
}

/// The ways to open a case: every combination of what `when:` asks for.
package enum Valuations {
  /// How many are gone through: far more than the ways that can differ in a definition.
  private static let most = 4_096

  /// One value for each input that is asked for, `edition` and `opened-by` among them; nil when
  /// there are too many to go through.
  ///
  /// Values that no condition names are alike, so the first stands for all of them.
  package static func all(
    _ stages: [StageDefinition], inputs: [PipelineDefinition.Input], openedBy: [String]
  ) -> [[String: String]]? {
    var named: [String: Set<String>] = [:]
    for condition in stages.lazy.flatMap(\.conditions) {
      named[condition.input, default: []].formUnion(condition.values)
    }
    // The first edition is opened by hand; a revision by hand or by an outcome.
    var all = [["edition": "first", "opened-by": "opened"]]
    all += toldApart(openedBy, by: named["opened-by"]).map {
      ["edition": "revision", "opened-by": $0]
    }
    for input in inputs where input.type == .choice {
      guard let named = named[input.name] else { continue }
      let values = toldApart(input.values, by: named)
      guard all.count * values.count <= most else { return nil }
      all = all.flatMap { valuation in
        values.map { value in
          var next = valuation
          next[input.name] = value
          return next
        }
      }
    }
    return all
  }

  private static func toldApart(_ values: [String], by named: Set<String>?) -> [String] {
    let other = values.first { !(named?.contains($0) ?? false) }
    return values.filter { $0 == other || named?.contains($0) ?? false }
  }
}
