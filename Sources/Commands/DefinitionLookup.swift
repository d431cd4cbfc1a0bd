import CheckTool
import Checking
import CivilTime
import Definitions
import Located
import Register

/// A definition that the user named, with the register it was read with.
struct FoundDefinition {
  let definition: PipelineDefinition
  let organisation: Organisation

  /// The day to describe it on: a day that was asked for, else today, or the nearest to it on which
  /// new cases take the definition.
  func day(_ asked: CivilDate?, today: CivilDate) -> CivilDate {
    if let asked { return asked }
    let latest = definition.validTo.map { min($0.lastDay, today) } ?? today
    return max(definition.validFrom.firstDay, latest)
  }
}

extension Shell {
  /// Finds a definition by a path, by `ID@VERSION`, or by its id: then the version that is valid on
  /// a day, else the latest.
  ///
  /// - Parameter evenUnsound: Whether one in whose flow a fault was proved will do, as for the net
  ///   by which another tool is to confirm it.
  /// - Throws: `noInput` where the file is missing; `no` where it has faults or is not found.
  func definition(
    _ name: String, on day: CivilDate, evenUnsound: Bool = false
  ) throws -> FoundDefinition {
    let isPath = name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    // The file first, so that it keeps the path that the user knows it by; it stands for the
    // definition of the folder that it may be a draft of.
    var sources = try SourceFiles(at: isPath ? [name] : [])
    try sources.add(settings.pipelines, without: sources.references)
    let workspace = Workspace.load(sources.files, stages: stages)
    let found =
      isPath
      ? workspace.definitions.first { $0.node.path == name }
      : Self.pick(name, from: workspace.definitions, on: day)
    if let found, !workspace.hasErrors(in: found.node.path, evenUnsound: evenUnsound) {
      return FoundDefinition(definition: found, organisation: workspace.organisation)
    }
    throw unknown(name, found?.node.path ?? (isPath ? name : nil), workspace)
  }

  private static func pick(
    _ name: String, from definitions: [PipelineDefinition], on day: CivilDate
  ) -> PipelineDefinition? {
    if name.contains("@") { return definitions.first { $0.reference == name } }
    let versions = definitions.filter { $0.id == name }
    return versions.filter { $0.isValid(on: day) }.max { $0.validFrom < $1.validFrom }
      ?? versions.max { $0.validFrom < $1.validFrom }
  }

  private func unknown(
    _ name: String, _ path: String?, _ workspace: Workspace
  ) -> Failure {
    let faults = workspace.diagnostics.filter { $0.severity == .error }
    if let path {
      let problems = faults.filter { $0.path == path }.map { Failure.Problem($0) }
      return problems.isEmpty
        ? Failure(
          .no, "input/no-definition", at: name, sv: "filen är ingen process (pipeline:)",
          en: "the file is no definition (pipeline:)")
        : Failure(.no, problems)
    }
    let names = name.contains("@") ? workspace.definitions.map(\.reference) : ids(workspace)
    let near = nearest(to: name, among: names)
    let known = names.joined(separator: ", ")
    let faulty =
      faults.isEmpty
      ? Text("")
      : Text(
        sv: "; processer med fel är inte med, se stafett check \(settings.pipelines)",
        en: "; definitions with faults are left out, see stafett check \(settings.pipelines)")
    return Failure(
      .no, "definition/unknown",
      sv: "ingen process \(name) i \(settings.pipelines)"
        + (near.map { ", menar du \($0)?" } ?? ", bara \(known)") + faulty.sv,
      en: "no definition \(name) in \(settings.pipelines)"
        + (near.map { ", did you mean \($0)?" } ?? ", only \(known)") + faulty.en)
  }

  private func ids(_ workspace: Workspace) -> [String] {
    var ids: [String] = []
    for definition in workspace.definitions where !ids.contains(definition.id) {
      ids.append(definition.id)
    }
    return ids
  }
}

extension Workspace {
  /// Whether a file has faults; a definition with any is told by nobody as if it were sound.
  fileprivate func hasErrors(in path: String, evenUnsound: Bool) -> Bool {
    let proved = ["flow/unsound", "flow/undecided", "flow/unreachable", "flow/dead-outcome"]
    return diagnostics.contains {
      $0.path == path && $0.severity == .error && !(evenUnsound && proved.contains($0.code))
    }
  }
}
