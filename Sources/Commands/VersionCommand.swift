import ArgumentParser
import Canonical
import CheckTool
import Located
import StageKit

/// `stafett version`: which program this is, down to its set of stages.
struct VersionCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "version",
    abstract: "Say which version this is, with the digest of its set of stages.",
    discussion: "Two builds with the same digest accept the same definitions.")

  @OptionGroup var global: GlobalOptions

  func run(in shell: Shell) throws -> Exit {
    let count = shell.stages.contracts.count
    let digest = shell.stages.digest
    shell.show(
      text: Text(
        sv: "stafett \(Version.number), \(count) faser, fingeravtryck \(digest)\n",
        en: "stafett \(Version.number), \(count) stages, digest \(digest)\n")[
          shell.settings.language],
      json: .record([
        "version": .text(Version.number), "digest": .text(digest.description),
        "stages": .list(shell.stages.contracts.map { .text($0.name.description) }),
      ]))
    return .fine
  }
}
