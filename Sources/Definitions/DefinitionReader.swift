package import Located
package import Register
package import StageKit

/// Reads definitions: located nodes, stages and register to checked pipelines, every fault at once.
///
/// One pass for `check` and for the runner: what one accepts, the other does.
package struct DefinitionReader: Sendable {
  package let stages: StageCatalogue
  package let organisation: Organisation
  /// Names that the register may hold in a part that could not be read.
  package let unread: UnreadNames
  /// Whether definitions come with their canonical body and its hash: to run them, and to compare.
  package let keepsBodies: Bool

  package init(
    stages: StageCatalogue, organisation: Organisation, unread: UnreadNames = UnreadNames(),
    keepsBodies: Bool = true
  ) {
    self.stages = stages
    self.organisation = organisation
    self.unread = unread
    self.keepsBodies = keepsBodies
  }

  /// What came of some files.
  package struct Reading: Sendable {
    /// The definitions without fault, by id and then by validity.
    package var definitions: [PipelineDefinition] = []
    package var diagnostics: [Diagnostic] = []
  }

  /// Reads all definitions together, since one may extend another.
  package func read(_ documents: [Node]) -> Reading {
    var reading = Reading()
    var byReference: [String: Node] = [:]
    for document in documents {
      guard let reference = Self.reference(of: document) else { continue }
      if let first = byReference[reference] {
        reading.diagnostics.append(
          Self.repeated(
            reference, at: (document["pipeline"] ?? document).site,
            first: (first["pipeline"] ?? first).site))
      } else {
        byReference[reference] = document
      }
    }
    for document in documents {
      let one = read(document) { byReference[$0] }
      reading.diagnostics += one.diagnostics
      if let definition = one.definition { reading.definitions.append(definition) }
    }
    reading.definitions.sort { ($0.id, $0.validFrom) < ($1.id, $1.validFrom) }
    return reading
  }

  /// Says that a definition of the same id and version is there already.
  package static func repeated(_ reference: String, at site: Site, first: Site) -> Diagnostic {
    site.diagnostic(
      "ref/duplicate-definition",
      Text(sv: "\(reference) finns redan", en: "\(reference) exists already"),
      related: [first.related(sv: "först här", en: "first here")],
      help: Text(
        sv: "ge en av dem en annan version: eller ett annat id, eller ta bort den",
        en: "give one of them another version: or another id, or remove it"))
  }

  /// Reads one definition.
  ///
  /// - Parameters:
  ///   - references: what else the one that it extends could be called.
  ///   - base: finds the one that it extends.
  package func read(
    _ document: Node, among references: [String] = [], base: (String) -> Node? = { _ in nil }
  ) -> DefinitionReading {
    if let tooBig = tooBig(document) { return DefinitionReading(diagnostics: [tooBig]) }
    var assembly = DefinitionAssembly(reader: self, document: document)
    if let extends = document["extends"]?.text {
      guard let found = base(extends) else {
        return DefinitionReading(diagnostics: [
          unknownBase(document["extends"] ?? document, extends, among: references)
        ])
      }
      if let tooBig = tooBig(found) { return DefinitionReading(diagnostics: [tooBig]) }
      assembly.extend(found)
    }
    return assembly.assemble()
  }

  private func unknownBase(_ node: Node, _ written: String, among names: [String]) -> Diagnostic {
    let near = suggestions(for: written, among: names)
    return node.diagnostic(
      "ref/unknown-base",
      Text(
        sv: "ingen process heter \(written)" + (near.question?.sv ?? ""),
        en: "no pipeline is named \(written)" + (near.question?.en ?? "")),
      help: near.names.isEmpty
        ? Text(
          sv: "skriv id@version på en process bland filerna som kontrolleras",
          en: "write id@version of a pipeline among the files that are checked") : nil,
      fixes: near.fixes(at: node))
  }

  /// How many keys and values a definition may have; one of 63 stages has some thousand.
  private static let most = 10_000

  /// Why a definition is not read at all: what compares its parts with one another has no end.
  private func tooBig(_ document: Node) -> Diagnostic? {
    guard document.sizeOfText > Self.most else { return nil }
    return (document["pipeline"] ?? document).diagnostic(
      "limit/size",
      Text(
        sv: "processen har \(document.sizeOfText) nycklar och värden, och gränsen är \(Self.most)",
        en: "the pipeline has \(document.sizeOfText) keys and values, and the limit is \(Self.most)"
      ),
      help: Text(
        sv: "dela den i flera processer; långa listor hör hemma i organisationsregistret",
        en: "divide it into several pipelines; long lists belong in the register"))
  }

  /// `id@version` as a document says it, whether or not the rest can be read; nil without either.
  package static func reference(of document: Node) -> String? {
    guard let id = document["pipeline"]?.text, let version = document["version"]?.text else {
      return nil
    }
    return "\(id)@\(version)"
  }
}
