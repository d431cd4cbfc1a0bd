package import CivilTime
package import Definitions
package import Located
package import Register
package import Soundness
package import StageKit
import YAMLReading

/// Files read together: what `check` reports on and what the runner runs, by one and the same pass.
package struct Workspace: Sendable {
  /// The definitions without a fault of their own, by id and then by validity.
  package let definitions: [PipelineDefinition]
  /// The proof of each definition's flow, in the same order.
  package let proofs: [Proof]
  /// The organisation, as far as it could be read.
  package let organisation: Organisation
  /// Whether there is a register, and nothing in it is wrong or may be hidden by a faulty file.
  package let hasWholeRegister: Bool
  /// The scenarios, by path; what they say is read by who runs them.
  package let scenarios: [Node]
  /// What was not looked into, since nobody said what day it is, and how to have it done.
  package let notEvaluated: [Text]
  /// The findings that count: by path, then by place, then by code, each once.
  package let diagnostics: [Diagnostic]
  /// The findings that a comment lets stand.
  package let suppressed: [Suppressed]
  /// All findings, before anyone answered for them.
  private let found: [Diagnostic]
  private let exceptions: Silencing.Material

  /// Whether anything is wrong; the runner takes nothing from such files.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Reads files; the order in which they are given makes no difference.
  ///
  /// There is no clock here: what depends on what day it is, is asked of `day`, and is not evaluated
  /// without one. What the files would do to what is live is told as far as that is handed in.
  ///
  /// - Parameters:
  ///   - bounds: How far the proof of a definition's flow may go; nil for no proof.
  ///   - keepsBodies: Whether definitions come with their canonical body, to be run or compared.
  ///   - work: How files and definitions are gone through; the outcome is the same.
  package static func load(
    _ files: [SourceFile], stages: StageCatalogue, on day: CivilDate? = nil, live: Live? = nil,
    bounds: ProofBounds? = ProofBounds(), keepsBodies: Bool = true, work: SideBySide = .oneByOne
  ) -> Workspace {
    load(
      files, stages: stages, on: day, live: live, bounds: bounds, keepsBodies: keepsBodies,
      work: work, rules: .all)
  }

  static func load(
    _ files: [SourceFile], stages: StageCatalogue, on day: CivilDate?, live: Live? = nil,
    bounds: ProofBounds? = ProofBounds(), keepsBodies: Bool = true, work: SideBySide = .oneByOne,
    rules: RuleSet
  ) -> Workspace {
    var documents = Documents(files, work)
    let register = RegisterReading(documents.registers)
    documents.diagnostics += register.diagnostics
    var unread = register.unread
    if documents.mayHide(.register) {
      unread = .any
    } else if documents.registers.isEmpty, let first = documents.pipelines.first {
      documents.diagnostics.append(noRegister(first))
      unread = .any
    }
    let reader = DefinitionReader(
      stages: stages, organisation: register.organisation, unread: unread,
      keepsBodies: keepsBodies)
    let reading = reader.read(documents.pipelines, work)
    documents.diagnostics += reading.diagnostics.filter {
      $0.code != "ref/unknown-base" || !documents.mayHide(.pipeline)
    }
    let scope = Scope(
      definitions: reading.definitions, organisation: register.organisation,
      register: register.written, unread: unread, pipelines: documents.pipelines,
      mayHidePipelines: documents.mayHide(.pipeline), scenarios: documents.scenarios, day: day)
    let judged = work.map(scope.definitions.count, by: 16) { range in
      judge(scope.definitions[range], scope, rules, bounds)
    }
    documents.diagnostics += judged.flatMap(\.findings) + rules.findings(in: scope)
    if let live {
      documents.diagnostics += CompatRules.findings(reading.definitions, live, reader)
    }
    let found = documents.placed(documents.diagnostics.withoutConsequences.ordered)
    let exceptions = documents.exceptions(reading.definitions, KnownCodes(stages: stages))
    let outcome = Silencing().apply(to: found, exceptions)
    return Workspace(
      definitions: reading.definitions, proofs: judged.flatMap(\.proofs),
      organisation: register.organisation,
      hasWholeRegister: documents.hasWholeRegister, scenarios: documents.scenarios,
      notEvaluated: [EndedBody.unevaluated(scope)].compactMap { $0 },
      diagnostics: outcome.diagnostics, suppressed: outcome.suppressed, found: found,
      exceptions: exceptions)
  }

  // What is found in definitions by themselves, with the proof of each.
  private static func judge(
    _ definitions: ArraySlice<PipelineDefinition>, _ scope: Scope, _ rules: RuleSet,
    _ bounds: ProofBounds?
  ) -> (findings: [Diagnostic], proofs: [Proof]) {
    var findings: [Diagnostic] = []
    guard let bounds else {
      for definition in definitions { findings += rules.findings(in: definition, scope) }
      return (findings, [])
    }
    var prover = Prover(bounds)
    var proofs: [Proof] = []
    for definition in definitions {
      let ruled = rules.findings(in: definition, scope)
      let flow = Unsound(definition, scope.organisation, &prover)
      findings += ruled + flow.findings.filter { !$0.follows(from: ruled, in: definition) }
      proofs.append(flow.proof)
    }
    return (findings, proofs)
  }

  /// The findings after all that a project says of them; `others` are what other passes found in
  /// the same files, as against an older version.
  package func silenced(
    by silencing: Silencing, others: [Diagnostic] = []
  ) -> Silencing.Outcome {
    silencing.apply(to: others.isEmpty ? found : (found + others).ordered, exceptions)
  }

  // The names of a definition are looked up in a register; without one it can never be run.
  private static func noRegister(_ document: Node) -> Diagnostic {
    (document["pipeline"] ?? document).diagnostic(
      "ref/no-register",
      Text(
        sv: "inget organisationsregister bland filerna: ingen grupp eller remisstid kan slås upp",
        en: "no register among the files: no body or window can be looked up"),
      help: Text(
        sv: "ange också mappen med registret", en: "name the folder with the register too"))
  }
}

/// The root nodes of files, sorted by what they are.
private struct Documents {
  var pipelines: [Node] = []
  var registers: [Node] = []
  var scenarios: [Node] = []
  var diagnostics: [Diagnostic] = []
  // What the files that could not be read were meant to be; nil when that cannot be told.
  private var hidden: [DocumentKind?] = []
  private var comments: [AllowComment] = []
  private var paths: Set<String> = []

  init(_ files: [SourceFile], _ work: SideBySide) {
    let sorted = files.sorted { $0.path < $1.path }
    let read = work.map(sorted.count, by: 8) { range in
      range.map { YAMLReader.read(sorted[$0].bytes, path: sorted[$0].path) }
    }
    for (file, document) in zip(sorted, read.joined()) where paths.insert(file.path).inserted {
      diagnostics += document.diagnostics
      guard let root = document.root else {
        let isEmpty = document.diagnostics.map(\.code) == ["yaml/empty"]
        if !isEmpty { hidden.append(DocumentKind(likely: file.firstWord)) }
        continue
      }
      let comments = AllowComments.read(file, root)
      self.comments += comments.comments
      diagnostics += comments.diagnostics
      switch DocumentKind(root) {
      case .pipeline: pipelines.append(root)
      case .register: registers.append(root)
      case .scenario: scenarios.append(root)
      case nil:
        diagnostics.append(DocumentKind.unknown(root))
        // A misspelt register hides its names; a file of some other program hides nothing.
        if let likely = DocumentKind(likely: file.firstWord) { hidden.append(likely) }
      }
    }
  }

  /// The same findings, each with its place in what its file means.
  func placed(_ findings: [Diagnostic]) -> [Diagnostic] {
    guard !findings.isEmpty else { return [] }
    var places: [String: Places] = [:]
    for root in pipelines + registers + scenarios { places[root.path] = Places(in: root) }
    return findings.map { finding in
      (places[finding.path]?.place(of: finding.span)).map { finding.at($0) } ?? finding
    }
  }

  /// Whether there is a register, with no error in its files and none that may be hidden.
  var hasWholeRegister: Bool {
    let paths = registers.map(\.path)
    return !registers.isEmpty && !mayHide(.register)
      && !diagnostics.contains { $0.severity == .error && paths.contains($0.path) }
  }

  /// The comments, and the files of which they can be judged: nothing of these was left unread.
  func exceptions(
    _ definitions: [PipelineDefinition], _ codes: KnownCodes
  ) -> Silencing.Material {
    var material = Silencing.Material(codes: codes, comments: comments, paths: paths)
    if hasWholeRegister {
      material.judged = Set(
        definitions.map(\.node.path) + registers.map(\.path) + scenarios.map(\.path))
    }
    return material
  }

  /// Whether some file that could not be read may be of a kind.
  func mayHide(_ kind: DocumentKind) -> Bool {
    hidden.contains { $0 == nil || $0 == kind }
  }
}
