import ArgumentParser
import Canonical
import CheckTool
import CivilTime
import Lifecycle
import Located
import Runtime
import StageKit

/// The options of every command that registers something.
struct WritingOptions: ParsableArguments {
  @Option(
    name: .customLong("for"), help: "The body on whose behalf; else $STAFETT_BODY.")
  var body: String?

  @Option(help: "The day it happened, 2019-09-16 or 2019-09; else today.")
  var on: String?

  @Flag(help: "Only say what would follow.")
  var dryRun = false

  @Option(help: "An id of the command, so that giving it twice is once.")
  var id: String?

  @Option(help: "The version of the product that you have seen; refused if it has moved on.")
  var expect: Int?
}

extension WritingOptions {
  /// Who it is for, and when.
  func context(in shell: Shell, body fallback: String? = nil) throws(Failure) -> Context {
    let day = try on.map { text throws(Failure) in try date(text, "--on") } ?? shell.today
    guard let body = body ?? shell.environment["STAFETT_BODY"] ?? fallback else {
      throw Failure(
        .usage, "usage/no-body", at: "--for",
        sv: "ange för vem: --for GRUPP, eller sätt STAFETT_BODY",
        en: "say for whom: --for BODY, or set STAFETT_BODY")
    }
    guard let body = Body(body) else {
      throw Failure(
        .usage, "usage/no-body-id", at: "--for", sv: "'\(body)' är inget id på en grupp",
        en: "'\(body)' is no id of a body")
    }
    return Context(on: day, by: body)
  }

  /// The order of a command; `request` is all that was asked for, in words that do not change.
  func order(
    _ command: Command, on product: String, _ context: Context, request: Value, in runner: Runner,
    _ shell: Shell
  ) -> Order {
    // The day is part of it only where it was said: a repetition after midnight is still one.
    let asked = Value.record([
      "for": .text(context.by.id), "on": on.map { .text($0) }, "request": request,
    ])
    return Order(
      command, on: product, context, id: id ?? runner.newID(),
      request: ContentHash(hashing: asked.json),
      actor: shell.environment["STAFETT_ACTOR"] ?? "cli", expectedVersion: expect,
      isDryRun: dryRun)
  }
}

/// The date that an option says.
func date(_ text: String, _ option: String) throws(Failure) -> CivilDate {
  guard let date = CivilDate(text) else {
    throw Failure(
      .usage, "usage/no-date", at: option,
      sv: "'\(text)' är inget datum: skriv 2019-09-16 eller 2019-09",
      en: "'\(text)' is no date: write 2019-09-16 or 2019-09")
  }
  return date
}

/// The names and values of an option that is written `NAME=VALUE`, once or more.
func bindings(_ pairs: [String], _ option: String) throws(Failure) -> [Binding] {
  var found: [Binding] = []
  for pair in pairs {
    let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else {
      throw Failure(
        .usage, "usage/no-pair", at: option, sv: "skriv NAMN=VÄRDE, inte '\(pair)'",
        en: "write NAME=VALUE, not '\(pair)'")
    }
    guard !found.contains(where: { $0.name == parts[0] }) else {
      throw Failure(
        .usage, "usage/said-twice", at: option, sv: "'\(parts[0])' står två gånger",
        en: "'\(parts[0])' is said twice")
    }
    found.append(Binding(String(parts[0]), String(parts[1])))
  }
  return found
}
