import CivilTime
import Located
import Soundness

/// What one command line asks of a check.
struct CheckRequest: Sendable {
  /// What is to be checked, and by what.
  var of = ProjectRequest()
  var format = Format.text
  var language = Language.en
  var hasColour = false
  /// The revision since which a file must have changed for its findings to count.
  var changedSince: String?
  /// The revision at which definitions are live; nil when that was not said.
  var against: String?
  /// The file that says where open cases stand.
  var positions: String?
  /// Whether to tell how far the proofs went.
  var explainsFlow = false
  /// What to mend in the files; nil for nothing.
  var fixes: Mending?
  /// Whether to show what would be mended instead.
  var showsDiff = false
  /// Whether to write the lock file.
  var updatesLock = false

  /// Reads the options, else the environment, else takes what is usual.
  ///
  /// - Throws: `usage` for a word that will not do, and for options that do not go together.
  init(_ line: CommandLineReader, in world: CheckWorld) throws(Failure) {
    of.paths = line.paths
    language =
      line[.language].flatMap { Language(rawValue: $0) } ?? Language(asking: world.environment)
    format = line[.format].flatMap { Format(rawValue: $0) } ?? format
    let colour = line[.colour].flatMap { Colour(rawValue: $0) } ?? .auto
    hasColour = colour == .always || colour == .auto && world.showsColour
    of.isStrict = line[.strict] != nil
    of.pipelines =
      line[.pipelines] ?? world.environment["STAFETT_PIPELINES"] ?? of.pipelines
    of.standardInputPath = line[.stdinPath]
    changedSince = line[.changedSince]
    of.project = line[.project]
    against = line[.against]
    positions = line[.positions]
    explainsFlow = line[.explainFlow] != nil
    of.threads = try line[.threads].map { word throws(Failure) in
      guard let count = Int(word), (1...64).contains(count) else {
        throw Failure(
          .usage, "usage/bad-value", at: "--threads", sv: "'\(word)' är inget tal från 1 till 64",
          en: "'\(word)' is no number from 1 to 64")
      }
      return count
    }
    if let word = line[.bounds] { of.bounds = try Self.bounds(word) }
    fixes = line[.fix].flatMap { $0.isEmpty ? .safe : Mending(rawValue: $0) }
    showsDiff = line[.diff] != nil
    of.baseline = line[.baseline]
    of.updatesBaseline = line[.updateBaseline] != nil
    of.lock = line[.lock]
    if let word = line[.at] {
      guard let day = CivilDate(word) else {
        throw Failure(
          .usage, "usage/bad-value", at: "--at", sv: "'\(word)' är inget datum: skriv 2027-09-01",
          en: "'\(word)' is no date: write 2027-09-01")
      }
      of.date = day
    }
    updatesLock = line[.updateLock] != nil
    try check()
  }

  private static func bounds(_ word: String) throws(Failure) -> ProofBounds {
    let parts = word.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(parts.count), let states = parts[0],
      (1...4_000_000_000).contains(states),
      let memory = parts.count == 2 ? parts[1] : 32, (1...1_048_576).contains(memory)
    else {
      throw Failure(
        .usage, "usage/bad-value", at: "--bounds",
        sv: "'\(word)' går inte att läsa: skriv antal lägen, och kanske MiB, som 2000000,256",
        en: "'\(word)' cannot be read: write a number of states, and perhaps MiB, as 2000000,256")
    }
    return ProofBounds(states: states, bytes: memory << 20)
  }

  private func check() throws(Failure) {
    if of.standardInputPath != nil, !of.readsStandardInput {
      throw Failure(
        .usage, "usage/no-standard-input", at: "--stdin-path",
        sv: "gäller bara när en sökväg är -", en: "only holds where a path is -")
    }
    if of.readsStandardInput, fixes != nil, !showsDiff {
      throw Failure(
        .usage, "usage/fix-standard-input", at: "--fix",
        sv: "standard in kan inte ändras: visa ändringarna med --diff",
        en: "standard input cannot be changed: show the changes with --diff")
    }
    if of.updatesBaseline, fixes != nil || showsDiff {
      throw Failure(
        .usage, "usage/not-together", at: "--update-baseline",
        sv: "går inte ihop med --fix och --diff",
        en: "does not go together with --fix and --diff")
    }
    if of.paths.count(where: { $0 == "-" }) > 1 {
      throw Failure(
        .usage, "usage/standard-input-twice", at: "-", sv: "kan bara läsas en gång",
        en: "can be read once only")
    }
  }
}

extension CheckWorld {
  /// By the convention that programs agree on: <https://no-color.org>.
  fileprivate var showsColour: Bool {
    isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }
}

extension Language {
  /// The language that the environment asks for: the first variable that says anything decides.
  package init(asking environment: [String: String]) {
    let asked = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    self = asked?.hasPrefix("sv") == true ? .sv : .en
  }

  /// The language that a command line asks for, also where the rest of it cannot be read.
  package init?(askedIn arguments: [String]) {
    let after = arguments.firstIndex(of: "--language").map { arguments[$0...].dropFirst().first }
    let joined = arguments.first { $0.hasPrefix("--language=") }?.dropFirst("--language=".count)
    guard let word = after ?? joined.map(String.init) else { return nil }
    self.init(rawValue: word)
  }
}
