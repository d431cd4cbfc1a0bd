import Located

/// The fixes of one round: at most one for each finding, and none that touches another.
struct Plan {
  /// A fix with its edits in bytes, by the number of the file.
  struct Step {
    let made: Fixes.Made
    let edits: [Int: [TextEdit]]
  }

  private(set) var steps: [Step] = []
  private let texts: [EditableText]
  private let numbers: [String: Int]

  init(
    _ files: [SourceFile], _ findings: [Diagnostic], unsafe: Bool,
    isNew: (Fixes.Made) -> Bool
  ) {
    texts = files.map { EditableText($0) }
    numbers = Dictionary(files.enumerated().map { ($0.element.path, $0.offset) }) { first, _ in
      first
    }
    var taken = Taken()
    for finding in findings {
      for fix in finding.fixes where fix.isSafe || unsafe {
        guard let edits = edits(of: fix), taken.hasRoom(for: edits) else { continue }
        let made = Fixes.Made(finding: finding, fix: fix)
        guard isNew(made) else { continue }
        taken.take(edits)
        steps.append(Step(made: made, edits: edits))
        break
      }
    }
  }

  private func edits(of fix: Fix) -> [Int: [TextEdit]]? {
    var byFile: [Int: [Fix.Edit]] = [:]
    for edit in fix.edits {
      guard let number = numbers[edit.path] else { return nil }
      byFile[number, default: []].append(edit)
    }
    var out: [Int: [TextEdit]] = [:]
    for (number, edits) in byFile {
      guard let inBytes = texts[number].edits(edits) else { return nil }
      out[number] = inBytes
    }
    return out.isEmpty ? nil : out
  }

  /// What earlier fixes of the round change.
  private struct Taken {
    // By file, in the order of the text.
    private var edits: [Int: [TextEdit]] = [:]

    func hasRoom(for new: [Int: [TextEdit]]) -> Bool {
      new.allSatisfy { number, wanted in
        let old = edits[number] ?? []
        return wanted.allSatisfy { edit in
          // Only neighbours can clash, since what is taken does not.
          let next = Self.place(of: edit, in: old)
          let near = old[max(0, next - 1)..<min(old.count, next + 2)]
          return !near.contains { $0.clashes(with: edit) }
        }
      }
    }

    mutating func take(_ new: [Int: [TextEdit]]) {
      for (number, wanted) in new {
        for edit in wanted {
          edits[number, default: []].insert(
            edit, at: Self.place(of: edit, in: edits[number] ?? []))
        }
      }
    }

    private static func place(of edit: TextEdit, in all: [TextEdit]) -> Int {
      var low = 0
      var high = all.count
      while low < high {
        let middle = (low + high) / 2
        if TextEdit.precedes(all[middle], edit) { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  // MARK: What comes of it

  /// The files with some of the steps made.
  func files(with steps: [Step]) -> [SourceFile] {
    let edits = edits(of: steps)
    return texts.enumerated().map { number, text in
      edits[number].map(text.applying) ?? text.file
    }
  }

  private func edits(of steps: [Step]) -> [Int: [TextEdit]] {
    var all: [Int: [TextEdit]] = [:]
    for step in steps { all.merge(step.edits) { $0 + $1 } }
    return all.mapValues { $0.sorted(by: TextEdit.precedes) }
  }

  /// Whether each step did what it was for, and brought no error.
  ///
  /// Mending one fault may show what it hid: that is no reason to take the fix back. So an error
  /// counts as brought when it stands on what was written and is of no later kind than the fault, or
  /// when a file that was YAML is so no longer.
  func holds(
    _ steps: [Step], before: [Diagnostic], after: [Diagnostic], in files: [SourceFile]
  ) -> Bool {
    let edits = edits(of: steps)
    let later = Later(after, besides: before, in: files, numbers)
    for step in steps {
      let finding = step.made.finding
      guard let number = numbers[finding.path] else { continue }
      let now = (edits[number] ?? []).moved(texts[number].range(of: finding.span))
      if later.finds(finding, at: now, in: number) { return false }
    }
    for number in edits.keys {
      let path = texts[number].file.path
      if after.faultsOfSyntax(in: path) > before.faultsOfSyntax(in: path) { return false }
    }
    let written = edits.mapValues { all in
      Dictionary(zip(all, all.written)) { first, _ in first }
    }
    return steps.allSatisfy { step in
      step.edits.allSatisfy { number, own in
        own.compactMap { written[number]?[$0] }.allSatisfy {
          !later.brings(step.made.finding.phase, touching: $0, in: number)
        }
      }
    }
  }
}

/// The findings of files after edits, by their bytes.
private struct Later {
  private struct Found {
    let range: Range<Int>
    let finding: Diagnostic
  }

  private struct Key: Hashable {
    let file: Int
    let code: String
  }

  /// A finding but for its place in the text, which edits move.
  private struct Fault: Hashable {
    let code, path, place: String
    let message: Text

    init(_ finding: Diagnostic) {
      (code, path, place) = (finding.code, finding.path, finding.place)
      message = finding.message
    }
  }

  private var byCode: [Key: [Found]] = [:]
  private var newErrors: [Int: [Found]] = [:]

  init(
    _ findings: [Diagnostic], besides before: [Diagnostic], in files: [SourceFile],
    _ numbers: [String: Int]
  ) {
    let old = Set(before.map(Fault.init))
    var texts: [Int: EditableText] = [:]
    for finding in findings {
      guard let number = numbers[finding.path] else { continue }
      let text = texts[number] ?? EditableText(files[number])
      texts[number] = text
      let found = Found(range: text.range(of: finding.span), finding: finding)
      byCode[Key(file: number, code: finding.code), default: []].append(found)
      if finding.severity == .error, !old.contains(Fault(finding)) {
        newErrors[number, default: []].append(found)
      }
    }
  }

  /// Whether the same is still found where it was.
  func finds(_ finding: Diagnostic, at range: Range<Int>, in number: Int) -> Bool {
    (byCode[Key(file: number, code: finding.code)] ?? []).contains {
      $0.finding.message == finding.message && $0.range.overlaps(range)
    }
  }

  /// Whether an error that was not there stands on what was written.
  func brings(_ phase: Int, touching range: Range<Int>, in number: Int) -> Bool {
    (newErrors[number] ?? []).contains {
      $0.finding.phase <= phase && $0.range.lowerBound <= range.upperBound
        && range.lowerBound <= $0.range.upperBound
    }
  }
}

extension [Diagnostic] {
  /// How many errors say that a file is no YAML.
  fileprivate func faultsOfSyntax(in path: String) -> Int {
    count { $0.path == path && $0.phase == 0 && $0.severity == .error }
  }
}

extension Diagnostic {
  /// When in a check its kind is found: what comes later is hidden by what comes before.
  fileprivate var phase: Int {
    switch code.family {
    // These two say what a form makes of a text that is YAML.
    case _ where ["yaml/legacy-boolean", "yaml/ambiguous-scalar"].contains(code): 1
    case "yaml": 0
    case "schema", "limit": 1
    case "stage", "ref": 2
    default: 3
    }
  }
}
