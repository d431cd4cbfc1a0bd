package import Canonical

/// Where the cases of a store stand: what a check may know of it without the store.
///
/// No personal data and no titles: definitions, stages, counts, and the names that were chosen for
/// the cases when it was written.
package struct Positions: Sendable, Hashable {
  /// The cases that are pinned to one definition.
  package struct Entry: Sendable, Hashable {
    /// The definition, `cancer-care-programme@2`.
    package let reference: String
    /// The hash that its cases are pinned to.
    package let hash: ContentHash
    /// The levels of the stages that it uses, `remiss@1`.
    package let uses: [String]
    /// The open cases, by name.
    package let open: [String]
    /// How many cases are closed: what they say is still read by the definition.
    package let closed: Int
    /// The stages in which something is open.
    package let stages: [Standing]

    /// The cases of a definition.
    package init(
      reference: String, hash: ContentHash, uses: [String], open: [String], closed: Int,
      stages: [Standing]
    ) {
      self.reference = reference
      self.hash = hash
      self.uses = uses
      self.open = open
      self.closed = closed
      self.stages = stages
    }
  }

  /// The cases that stand in a stage.
  package struct Standing: Sendable, Hashable {
    /// The stage's id.
    package let stage: String
    /// The open cases, by name.
    package let cases: [String]
    /// How many lanes of theirs stand in it; 0 for a stage that is not in a run.
    package let lanes: Int

    /// The cases of a stage.
    package init(stage: String, cases: [String], lanes: Int) {
      self.stage = stage
      self.cases = cases
      self.lanes = lanes
    }
  }

  /// By definition.
  package let entries: [Entry]

  /// What stands where.
  package init(_ entries: [Entry]) {
    self.entries = entries.sorted {
      ($0.reference, $0.hash.description) < ($1.reference, $1.hash.description)
    }
  }
}

// MARK: - As JSON

extension Positions {
  /// The form's version, which changes when a reader of the old one would be misled.
  private static let version = 1

  /// The positions that some JSON says; nil for what is of another form or version.
  package init?(json bytes: [UInt8]) {
    guard let value = Value(json: bytes), value["version"]?.whole == Self.version,
      case .list(let list)? = value["definitions"]
    else { return nil }
    let entries = list.compactMap { Entry($0) }
    guard entries.count == list.count else { return nil }
    self.init(entries)
  }

  /// The positions as JSON, for people and `git diff` too.
  package var json: String {
    let value = Value.record([
      "version": .whole(Self.version), "definitions": .list(entries.map(\.value)),
    ])
    return value.pretty + "\n"
  }
}

extension Positions.Entry {
  fileprivate init?(_ value: Value) {
    guard let reference = value["definition"]?.text,
      let hash = value["hash"]?.text.flatMap({ ContentHash(hex: $0) }),
      let uses = value["uses"]?.texts, let open = value["open"]?.texts,
      let closed = value["closed"]?.whole, closed >= 0,
      case .list(let list)? = value["stages"]
    else { return nil }
    let stages = list.compactMap { Positions.Standing($0) }
    guard stages.count == list.count else { return nil }
    self.init(
      reference: reference, hash: hash, uses: uses, open: open, closed: closed, stages: stages)
  }

  fileprivate var value: Value {
    .record([
      "definition": .text(reference), "hash": .text(hash.description),
      "uses": .list(uses.map(Value.text)), "open": .list(open.map(Value.text)),
      "closed": .whole(closed), "stages": .list(stages.map(\.value)),
    ])
  }
}

extension Positions.Standing {
  fileprivate init?(_ value: Value) {
    guard let stage = value["stage"]?.text, let cases = value["cases"]?.texts,
      let lanes = value["lanes"]?.whole, lanes >= 0
    else { return nil }
    self.init(stage: stage, cases: cases, lanes: lanes)
  }

  fileprivate var value: Value {
    .record([
      "stage": .text(stage), "cases": .list(cases.map(Value.text)), "lanes": .whole(lanes),
    ])
  }
}

extension Value {
  /// The texts of a list; nil for anything else.
  fileprivate var texts: [String]? {
    guard case .list(let items) = self else { return nil }
    let texts = items.compactMap(\.text)
    return texts.count == items.count ? texts : nil
  }
}
