import ArgumentParser
import Canonical
import CheckTool
import CivilTime
import Delivery
import Foundation
import Located
import Runtime

/// `stafett outbox save`: drafts as files, to be changed and sent by any mail program.
struct OutboxSaveCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "save", abstract: "Save drafts as .eml files, to be changed and sent.",
    discussion: """
      What is saved still waits: send the file by 'stafett outbox send FILE', or send it in another \
      way and say 'stafett outbox done NAME'.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The folder.") var folder: String
  @Argument(help: "Only these, by their names in the list.") var names: [String] = []
  @Option(help: "The day to look from; else today.") var on: String?
  @Option(help: "Who they are from: 'Name <address>'; else $STAFETT_MAIL_FROM.") var from: String?
  @Flag(help: "Only say what would be saved.") var dryRun = false

  func run(in shell: Shell) throws -> Exit {
    let day = try on.map { try date($0, "--on") } ?? shell.today
    let outbox = try shell.runner(.look).outbox(on: day)
    let sender = try shell.sender(from)
    let chosen =
      names.isEmpty
      ? outbox.digests.filter { $0.way == .draft || $0.wait == .old }
      : try names.map { try outbox.digest($0) }
    for digest in chosen { try digest.requireMail() }
    var paths: [String] = []
    for digest in chosen {
      let message = Message(digest, from: sender, at: shell.now(), for: .draft)
      let path = "\(folder)/\(digest.body)-\(digest.name).eml"
      if !dryRun { try write(message.bytes, to: path) }
      paths.append(path)
    }
    shell.show(
      text: paths.isEmpty
        ? Text(sv: "inga utkast väntar\n", en: "no drafts wait\n")[shell.settings.language]
        : paths.map { "\($0)\n" }.joined(),
      json: .record(["saved": .list(paths.map { .text($0) })]))
    return .fine
  }

  private func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    if let reason = FileSystem.write(bytes, to: path) {
      throw Failure(
        .failure, "output/not-written", at: path, sv: "går inte att skriva (\(reason))",
        en: "cannot be written (\(reason))")
    }
  }
}
