import Located

/// The fixes of one round: at most one for each finding, and none that touches another.
struct Plan {
  /// A fix with its edits in bytes, by the number of the file.
  struct Step {
    let made: Fixes.Made
    let edits: [Int: [TextEdit]]
  }

  private(set) var steps: [Step] = []
  private let files: [SourceFile]
  private let numbers: [String: Int]
  /// The texts of the files that fixes were thought of for, by number.
  private var texts: [Int: EditableText] = [:]

  init(
    _ files: [SourceFile], _ findings: [Diagnostic], unsafe: Bool,
    isNew: (Fixes.Made) -> Bool
  ) {
    self.files = files
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

  private mutating func edits(of fix: Fix) -> [Int: [TextEdit]]? {
    var byFile: [Int: [Fix.Edit]] = [:]
    for edit in fix.edits {
      guard let number = numbers[edit.path] else { return nil }
      byFile[number, default: []].append(edit)
    }
    var out: [Int: [TextEdit]] = [:]
    for (number, edits) in byFile {
      let text = texts[number] ?? EditableText(files[number])
      texts[number] = text
      guard let inBytes = text.edits(edits) else { return nil }
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

  /// The steps, those together that look at the same files: whether one holds has nothing to do with
  /// the steps of another group.
  var groups: [[Step]] {
    var leaders: [Int: Int] = [:]
    func leader(of number: Int) -> Int {
      var at = number
      while let next = leaders[at] { at = next }
      return at
    }
    let touched = steps.map { step in
      Array(step.edits.keys) + (numbers[step.made.finding.path].map { [$0] } ?? [])
    }
    for all in touched {
      let found = all.map(leader)
      guard let first = found.min() else { continue }
      for other in found where other != first { leaders[other] = first }
    }
    var places: [Int: Int] = [:]
    var groups: [[Step]] = []
    for (step, all) in zip(steps, touched) {
      guard let first = all.first.map(leader) else { continue }
      if let place = places[first] {
        groups[place].append(step)
      } else {
        places[first] = groups.count
        groups.append([step])
      }
    }
    return groups
  }

  /// The files with some of the steps made.
  func files(with steps: [Step]) -> [SourceFile] {
    let edits = Self.edits(of: steps)
    return files.enumerated().map { number, file in
      edits[number].flatMap { texts[number]?.applying($0) } ?? file
    }
  }

  fileprivate static func edits(of steps: [Step]) -> [Int: [TextEdit]] {
    var all: [Int: [TextEdit]] = [:]
    for step in steps { all.merge(step.edits) { $0 + $1 } }
    return all.mapValues { $0.sorted(by: TextEdit.precedes) }
  }

  /// What a check said of the files with some of the steps made.
  func outcome(
    of steps: [Step], _ before: [Diagnostic], _ after: [Diagnostic], _ files: [SourceFile]
  ) -> Outcome {
    Outcome(self, steps, before, after, files)
  }

  /// What came of some steps, to ask of each group.
  struct Outcome {
    /// What is found after them.
    let after: [Diagnostic]
    private let texts: [Int: EditableText]
    private let numbers: [String: Int]
    private let edits: [Int: [TextEdit]]
    private let later: Later
    private let written: [Int: [TextEdit: Range<Int>]]
    /// The files that were YAML, or had fewer faults of syntax.
    private let broken: Set<Int>

    fileprivate init(
      _ plan: Plan, _ steps: [Step], _ before: [Diagnostic], _ after: [Diagnostic],
      _ files: [SourceFile]
    ) {
      self.after = after
      (texts, numbers) = (plan.texts, plan.numbers)
      edits = Plan.edits(of: steps)
      later = Later(after, besides: before, in: files, numbers, only: edits)
      written = edits.mapValues { all in
        Dictionary(zip(all, all.written)) { first, _ in first }
      }
      let (old, new) = (before.faultsOfSyntax(numbers), after.faultsOfSyntax(numbers))
      broken = Set(edits.keys.filter { new[$0, default: 0] > old[$0, default: 0] })
    }

    /// Whether each of some steps did what it was for, and brought no error.
    ///
    /// Mending one fault may show what it hid: that is no reason to take the fix back. So an error
    /// counts as brought when it stands on what was written and is of no later kind than the fault,
    /// or when a file that was YAML is so no longer.
    func holds(_ steps: [Step]) -> Bool {
      steps.allSatisfy { step in
        guard step.edits.keys.allSatisfy({ !broken.contains($0) }) else { return false }
        return !isStillFound(step.made.finding)
          && step.edits.allSatisfy { number, own in
            own.compactMap { written[number]?[$0] }.allSatisfy {
              !later.brings(step.made.finding.phase, touching: $0, in: number)
            }
          }
      }
    }

    private func isStillFound(_ finding: Diagnostic) -> Bool {
      guard let number = numbers[finding.path], let text = texts[number] else { return false }
      let now = (edits[number] ?? []).moved(text.range(of: finding.span))
      return later.finds(finding, at: now, in: number)
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
    _ numbers: [String: Int], only edits: [Int: [TextEdit]]
  ) {
    let old = Set(before.map(Fault.init))
    var texts: [Int: EditableText] = [:]
    for finding in findings {
      guard let number = numbers[finding.path], edits[number] != nil else { continue }
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
  /// How many errors say of each file, by its number, that it is no YAML.
  fileprivate func faultsOfSyntax(_ numbers: [String: Int]) -> [Int: Int] {
    var counts: [Int: Int] = [:]
    for finding in self where finding.phase == 0 && finding.severity == .error {
      if let number = numbers[finding.path] { counts[number, default: 0] += 1 }
    }
    return counts
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
