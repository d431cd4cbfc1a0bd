import Definitions
import Located
import StageKit

/// An outcome that opens a case in another pipeline.
private struct Opens {
  let outcome: String
  let pipeline: String
  /// Where the pipeline is named.
  let node: Node
  let from: PipelineDefinition
}

extension Scope {
  fileprivate var opened: [Opens] {
    definitions.flatMap { definition in
      definition.stages.flatMap { stage in
        stage.form.outcomes.all.compactMap { entry in
          guard case .newCase(let pipeline?) = entry.value.target else { return nil }
          return Opens(
            outcome: entry.name, pipeline: pipeline,
            node: entry.written["new-case"] ?? entry.written,
            from: definition)
        }
      }
    }
  }
}

/// An outcome that opens a case in a pipeline that is not there.
enum NewCase: ScopeRule {
  static let code = "ref/unknown-pipeline"
  static let severity = Diagnostic.Severity.error

  static func findings(in scope: Scope) -> [Diagnostic] {
    scope.opened.compactMap { opens in
      guard !scope.definitions.contains(where: { $0.id == opens.pipeline }),
        !scope.mayHide(pipeline: opens.pipeline)
      else { return nil }
      let names = scope.versions.compactMap(\.first?.id)
      let near = nearest(to: opens.pipeline, among: names)
      return finding(
        opens.node, sv: "ingen process heter '\(opens.pipeline)'",
        en: "no pipeline is named '\(opens.pipeline)'",
        help: near.map { Text(sv: "menas '\($0)'?", en: "did you mean '\($0)'?") }
          ?? Text(
            sv: "här finns \(names.joined(separator: ", "))",
            en: "known here: \(names.joined(separator: ", "))"))
    }
  }
}

/// An outcome that opens a case in a pipeline which does not say that it may be opened so.
enum NotOpenedBy: ScopeRule {
  static let code = "ref/not-opened-by"
  static let severity = Diagnostic.Severity.error

  static func findings(in scope: Scope) -> [Diagnostic] {
    scope.opened.compactMap { opens in
      // The version that new cases take when this one does, or the first after it.
      let versions = scope.definitions.filter { $0.id == opens.pipeline }
      guard
        let target = versions.last(where: { $0.validFrom <= opens.from.validFrom })
          ?? versions.first, !target.openedBy.contains(opens.outcome)
      else { return nil }
      return finding(
        opens.node, sv: "\(target.reference) säger inte att '\(opens.outcome)' får öppna den",
        en: "\(target.reference) does not say that '\(opens.outcome)' may open it",
        related: [
          (target.form.openedBy.all.first?.node ?? target.form.pipeline.node ?? target.node)
            .related(sv: "processen som öppnas", en: "the pipeline that is opened")
        ],
        help: Text(
          sv: "skriv opened-by: [\(opens.outcome)] i \(target.id)",
          en: "write opened-by: [\(opens.outcome)] in \(target.id)"))
    }
  }
}

/// A way to be opened that no pipeline takes.
enum NobodyOpens: ScopeRule {
  static let code = "ref/nobody-opens"

  static func findings(in scope: Scope) -> [Diagnostic] {
    guard scope.hasAllPipelines,
      scope.definitions.contains(where: { !$0.form.openedBy.all.isEmpty })
    else { return [] }
    let opened = scope.opened
    return scope.definitions.flatMap { definition in
      definition.form.openedBy.all.compactMap { entry in
        let name = entry.value.description
        guard let node = entry.node,
          !opened.contains(where: { $0.pipeline == definition.id && $0.outcome == name })
        else { return nil }
        return finding(
          node, sv: "ingen process öppnar '\(definition.id)' genom '\(name)'",
          en: "no pipeline opens '\(definition.id)' by '\(name)'",
          help: Text(
            sv: "skriv \(name): {new-case: \(definition.id)} där den öppnas, eller ta bort det här",
            en: "write \(name): {new-case: \(definition.id)} where it is opened, or remove this"))
      }
    }
  }
}
