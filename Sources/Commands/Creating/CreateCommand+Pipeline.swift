import CheckTool
import Checking
import CivilTime
import Definitions
import Foundation
import Located
import Register
import Scenarios
import StageKit

extension CreateCommand {
  /// A pipeline with a scenario, owned by a body of the register; with a register where there is none.
  func newPipeline(in shell: Shell) throws -> Created {
    let given = shell.settings.pipelines
    let folder = given.hasPrefix("./") ? String(given.dropFirst(2)) : given
    let language = shell.settings.language
    let known = shell.stages.contracts.map(\.name.name)
    if let missing = NewPipeline.stages.first(where: { !known.contains($0) }) {
      throw Failure(
        .no, "create/no-stage", sv: "fasen \(missing) finns inte i det här bygget",
        en: "this build has no stage \(missing)")
    }
    let present = try files(in: folder)
    let before = Workspace.load(present, stages: shell.stages)
    let name = try checkedName(before.definitions.map(\.id))
    var created = Created()
    var owners = before.organisation.likelyOwners
    if !present.contains(where: \.isRegister) {
      created.files.append(
        Created.File(
          path: "\(folder)/register/organisation.yaml", text: NewPipeline.register(language)))
      owners = ["my-group"]
    }
    for owner in owners {
      let new = NewPipeline(name: name, owner: owner, year: shell.today.year, language: language)
      let path = "\(folder)/\(name).yaml"
      let scenario = "\(folder)/scenarios/\(new.scenarioFile)"
      let files = [
        Created.File(path: path, text: new.definition.replacing("FILE", with: path)),
        Created.File(path: scenario, text: new.play.replacing("FILE", with: scenario)),
      ]
      // What is there would be read in place of what is new.
      try Created(files: created.files + files).checkRoom()
      guard Self.isGreen(created.files + files, beside: present, in: shell) else { continue }
      created.files += files
      created.next = [
        "stafett check \(folder)", "stafett read \(name)", "stafett test \(scenario)",
      ]
      return created
    }
    throw Failure(
      .no, "create/no-owner", at: folder,
      sv: "ingen grupp i organisationsregistret kan äga en process \(shell.today.year): "
        + "se 'stafett check \(folder)' och 'stafett bodies'",
      en: "no body of the register can own a pipeline in \(shell.today.year): "
        + "see 'stafett check \(folder)' and 'stafett bodies'")
  }

  /// The YAML files of a folder, which may be missing or empty.
  private func files(in folder: String) throws -> [SourceFile] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    guard names.contains(where: { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }) else {
      return []
    }
    return try SourceFiles(at: [folder]).files
  }

  /// Whether the new files check without a finding and the scenario goes as it says.
  private static func isGreen(
    _ new: [Created.File], beside present: [SourceFile], in shell: Shell
  ) -> Bool {
    let files = new.map { SourceFile(path: $0.path, bytes: Array($0.text.utf8)) }
    let paths = new.map(\.path)
    let workspace = Workspace.load(present + files, stages: shell.stages)
    guard !workspace.diagnostics.contains(where: { paths.contains($0.path) }) else { return false }
    let engine = TestCommand.engine(workspace)
    return workspace.scenarios.filter { paths.contains($0.path) }.allSatisfy { node in
      guard let scenario = Scenario.read(node).0 else { return false }
      return ScenarioRun.play(scenario, engine).difference == nil
    }
  }
}

extension Organisation {
  /// Bodies that may own a pipeline: first those with a power, national ones before others.
  fileprivate var likelyOwners: [String] {
    let national = bodies.filter { kind($0.kind)?.level == .national }
    let others = bodies.filter { kind($0.kind)?.level != .national }
    let all = national + others
    return (all.filter { !$0.powers.isEmpty } + all.filter(\.powers.isEmpty)).prefix(40).map(\.id)
  }
}
