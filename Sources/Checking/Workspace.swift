package import Definitions
package import Located
package import Register
import Soundness
package import StageKit
import YAMLReading

/// Files read together: what `check` reports on and what the runner runs, by one and the same pass.
package struct Workspace: Sendable {
  /// The definitions without a fault of their own, by id and then by validity.
  package let definitions: [PipelineDefinition]
  /// The organisation, as far as it could be read.
  package let organisation: Organisation
  /// Whether there is a register, and nothing in it is wrong or may be hidden by a faulty file.
  package let hasWholeRegister: Bool
  /// The scenarios, by path; what they say is read by who runs them.
  package let scenarios: [Node]
  /// All findings: by path, then by place, then by code, each once.
  package let diagnostics: [Diagnostic]

  /// Whether anything is wrong; the runner takes nothing from such files.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Reads files; the order in which they are given makes no difference.
  package static func load(_ files: [SourceFile], stages: StageCatalogue) -> Workspace {
    var documents = Documents(files)
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
      stages: stages, organisation: register.organisation, unread: unread)
    let reading = reader.read(documents.pipelines)
    documents.diagnostics += reading.diagnostics.filter {
      $0.code != "ref/unknown-base" || !documents.mayHide(.pipeline)
    }
    var prover = Prover()
    for definition in reading.definitions {
      documents.diagnostics += Rules.findings(in: definition, register.organisation)
      documents.diagnostics += Unsound(definition, register.organisation, &prover).findings
    }
    return Workspace(
      definitions: reading.definitions, organisation: register.organisation,
      hasWholeRegister: documents.hasWholeRegister,
      scenarios: documents.scenarios,
      diagnostics: documents.placed(documents.diagnostics.withoutConsequences.ordered))
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

  init(_ files: [SourceFile]) {
    var last: String?
    for file in files.sorted(by: { $0.path < $1.path }) where file.path != last {
      last = file.path
      let document = YAMLReader.read(file.bytes, path: file.path)
      diagnostics += document.diagnostics
      guard let root = document.root else {
        let isEmpty = document.diagnostics.map(\.code) == ["yaml/empty"]
        if !isEmpty { hidden.append(DocumentKind(likely: file.firstWord)) }
        continue
      }
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
    var roots: [String: Node] = [:]
    for root in pipelines + registers + scenarios { roots[root.path] = root }
    return findings.map { finding in
      roots[finding.path].map { finding.at($0.place(of: finding.span)) } ?? finding
    }
  }

  /// Whether there is a register, with no error in its files and none that may be hidden.
  var hasWholeRegister: Bool {
    let paths = registers.map(\.path)
    return !registers.isEmpty && !mayHide(.register)
      && !diagnostics.contains { $0.severity == .error && paths.contains($0.path) }
  }

  /// Whether some file that could not be read may be of a kind.
  func mayHide(_ kind: DocumentKind) -> Bool {
    hidden.contains { $0 == nil || $0 == kind }
  }
}
