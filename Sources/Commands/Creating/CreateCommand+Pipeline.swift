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
        .no, "create/no-stage", sv: "fasen \(missing) ingår inte i det här programmet",
        en: "this program has no stage \(missing)")
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
    var obstacle: Diagnostic?
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
      if let found = Self.obstacle(to: created.files + files, beside: present, in: shell) {
        obstacle = obstacle ?? found
        continue
      }
      created.files += files
      created.next = [
        "stafett check \(folder)", "stafett read \(name)", "stafett test \(scenario)",
      ]
      return created
    }
    throw Self.noOwner(
      obstacle ?? before.diagnostics.first { $0.severity == .error }, in: folder,
      year: shell.today.year)
  }

  /// Nobody of the register fits; the first thing that stood in the way says more than that.
  private static func noOwner(_ obstacle: Diagnostic?, in folder: String, year: Int) -> Failure {
    guard let obstacle else {
      return Failure(
        .no, "create/no-owner", at: folder,
        sv: "i organisationsregistret finns ingen som kan vara ansvarig för en process \(year)",
        en: "the register has nobody who could own a pipeline in \(year)",
        help: Text(
          sv: "stafett bodies visar vilka som finns; lägg till en grupp",
          en: "stafett bodies shows who is there; add a body"))
    }
    let place = "\(obstacle.path):\(obstacle.span.start.line)"
    return Failure(
      .no, "create/no-owner", at: folder,
      sv: "en ny process skulle inte klara kontrollen: \(obstacle.message.sv) "
        + "[\(obstacle.code), \(place)]",
      en: "a new pipeline would not pass the check: \(obstacle.message.en) "
        + "[\(obstacle.code), \(place)]",
      help: obstacle.help
        ?? Text(
          sv: "rätta det som stafett check \(folder) visar, och försök igen",
          en: "correct what stafett check \(folder) shows, and try again"))
  }

  /// The YAML files of a folder, which may be missing or empty.
  private func files(in folder: String) throws -> [SourceFile] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    guard names.contains(where: { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }) else {
      return []
    }
    return try SourceFiles(at: [folder]).files
  }

  /// The first finding of the new files, or what differs in their scenario; nil when all is green.
  private static func obstacle(
    to new: [Created.File], beside present: [SourceFile], in shell: Shell
  ) -> Diagnostic? {
    let files = new.map { SourceFile(path: $0.path, bytes: Array($0.text.utf8)) }
    let paths = new.map(\.path)
    let workspace = Workspace.load(present + files, stages: shell.stages)
    // What is wrong beside them, in the register, is why they fail.
    if let found = workspace.diagnostics.first(where: { paths.contains($0.path) }) {
      return workspace.diagnostics.first { $0.severity == .error && !paths.contains($0.path) }
        ?? found
    }
    let engine = TestCommand.engine(workspace)
    for node in workspace.scenarios where paths.contains(node.path) {
      let (scenario, found) = Scenario.read(node)
      guard let scenario else { return found.first }
      if let difference = ScenarioRun.play(scenario, engine).difference { return difference }
    }
    return nil
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
