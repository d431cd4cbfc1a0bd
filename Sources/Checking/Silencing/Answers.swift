import CivilTime
import Definitions
import Located

/// The exceptions of files and project, each with whether something was found that it lets stand.
struct Answers {
  private let silencing: Silencing
  private let material: Silencing.Material
  private let comments: CommentIndex
  private let allowed: [Sited<AllowForm>]
  /// The numbers of the project's entries that hold, by code.
  private var entries: [String: [Int]] = [:]
  /// The codes of comments, and the entries of the project, that something was found for.
  private var usedCodes: Set<CommentIndex.Place> = []
  private var usedEntries: Set<Int> = []

  init(_ silencing: Silencing, _ material: Silencing.Material) {
    self.silencing = silencing
    self.material = material
    comments = CommentIndex(material.comments) { silencing.hasExpired($0.until?.date) }
    allowed = silencing.project?.form.allow.entries ?? []
    for (index, entry) in allowed.enumerated() where !silencing.hasExpired(entry.value.until?.value)
    {
      entries[entry.value.code.value, default: []].append(index)
    }
  }

  /// The first answer to a finding; all that answer to it are used.
  mutating func answer(to finding: Diagnostic) -> Suppressed? {
    var answer: Suppressed?
    for place in comments.places(for: finding) {
      usedCodes.insert(place)
      if answer == nil {
        answer = Suppressed(
          finding, .inSource, reason: material.comments[place.comment].reason)
      }
    }
    for index in entries[finding.code] ?? []
    where allowed[index].value.covers(finding, silencing.names) {
      let entry = allowed[index].value
      usedEntries.insert(index)
      if answer == nil { answer = Suppressed(finding, .external, reason: entry.reason.value) }
    }
    return answer
  }

  /// Whether an exception holds until a day.
  var hasEnds: Bool {
    material.comments.contains { $0.until != nil } || allowed.contains { $0.value.until != nil }
  }

  /// What is wrong with the exceptions themselves.
  func findings(_ known: inout Silencing.Known) -> [Diagnostic] {
    var out: [Diagnostic] = []
    var quota = FindingQuota()
    var searches = 0
    for (number, comment) in material.comments.enumerated() {
      if let until = comment.until, silencing.hasExpired(until.date) {
        if quota.take(for: comment.path) {
          out.append(expired(until.date, path: comment.path, span: until.span))
        }
        continue
      }
      for (index, code) in comment.codes.enumerated() {
        if material.codes.isUnknown(code.name) {
          guard quota.take(for: comment.path) else { break }
          searches += 1
          out.append(
            material.codes.unknown(
              code.name, path: comment.path, span: code.span,
              isSearching: searches <= Suggestions.worthwhile))
        } else if !material.codes.canStand(code.name) {
          guard quota.take(for: comment.path) else { break }
          out.append(KnownCodes.cannotStand(code.name, path: comment.path, span: code.span))
        } else if !usedCodes.contains(CommentIndex.Place(comment: number, code: index)),
          material.judged.contains(comment.path), silencing.looksFor(code.name)
        {
          guard quota.take(for: comment.path) else { break }
          out.append(
            unused(
              code.name, path: comment.path, span: code.span, place: "",
              fix: comment.removing(index)))
        }
      }
    }
    for (index, written) in allowed.enumerated() {
      let entry = written.value
      guard let node = entry.code.node, material.codes.allows(entry.code.value) else { continue }
      if let until = entry.until, silencing.hasExpired(until.value), let node = until.node {
        out.append(
          expired(until.value, path: node.path, span: node.span).at("allow.\(index + 1).until"))
      } else if !usedEntries.contains(index), judges(entry, &known) {
        out.append(
          unused(
            entry.code.value, path: node.path, span: node.span, place: "allow.\(index + 1).code",
            fix: written.node?.removedAsItem))
      }
    }
    return out
  }

  /// Whether what an entry is about was looked through for its code.
  private func judges(_ entry: AllowForm, _ known: inout Silencing.Known) -> Bool {
    guard silencing.looksFor(entry.code.value) else { return false }
    guard let file = entry.file?.value else {
      return silencing.isWhole && material.judged.isSuperset(of: material.paths)
    }
    return known.judges(PathNames.normalised(file)) ?? silencing.isWhole
  }

  private func expired(_ until: CivilDate, path: String, span: Span) -> Diagnostic {
    Diagnostic(
      "ignore/expired",
      Text(sv: "undantaget gällde till och med \(until)", en: "the exception held until \(until)"),
      severity: .warning, path: path, span: span,
      help: Text(
        sv: "rätta det som hittas, eller kom överens om en ny dag",
        en: "correct what is found, or agree on a new day"))
  }

  private func unused(
    _ code: String, path: String, span: Span, place: String, fix: Fix?
  ) -> Diagnostic {
    Diagnostic(
      "ignore/unused",
      Text(
        sv: "undantaget behövs inte: här finns inget fynd '\(code)'",
        en: "the exception is not needed: nothing here has the code '\(code)'"),
      severity: .warning, path: path, span: span,
      help: Text(sv: "ta bort undantaget", en: "remove the exception"),
      fixes: fix.map { [$0] } ?? [], place: place)
  }
}

extension Node {
  /// Takes an item in block style away with its lines; nil for one in brackets.
  fileprivate var removedAsItem: Fix? {
    guard let first = entries.first?.key, first.span.start == span.start else { return nil }
    let lines = Span(
      Mark(line: span.start.line, column: 1), Mark(line: span.end.line + 1, column: 1))
    return Fix(
      Text(sv: "ta bort undantaget", en: "remove the exception"), isSafe: true,
      edits: [Fix.Edit(path: path, span: lines, replacement: "")])
  }
}

extension KnownCodes {
  /// Whether an exception from a code can be meant at all.
  fileprivate func allows(_ code: String) -> Bool { !isUnknown(code) && canStand(code) }
}

extension AllowForm {
  /// Whether it is about a finding: its code, in its file, at its place or below.
  fileprivate func covers(_ finding: Diagnostic, _ names: PathNames) -> Bool {
    guard finding.code == code.value,
      file.map({ PathNames.normalised($0.value) == names[finding.path] }) ?? true
    else {
      return false
    }
    guard let place = place?.value else { return true }
    return finding.place == place || finding.place.hasPrefix(place + ".")
  }
}
