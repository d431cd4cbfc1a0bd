import Located

/// What the reader says of a definition, as far as a schema could say it.
enum Verdict: Equatable {
  /// Nothing is wrong that a schema could tell.
  case accepted
  /// Something is wrong that a schema must tell.
  case refused
  /// It depends on how a value was written, which no schema sees.
  case open

  /// Codes for what a schema must tell.
  static let sayable: Set = [
    "schema/unknown-key", "schema/missing-key", "schema/wrong-type", "schema/bad-choice",
    "schema/out-of-bounds", "schema/wrong-form", "schema/bad-date", "schema/bad-id",
    "stage/unknown", "stage/unpinned", "stage/version", "ref/unknown-act", "ref/unknown-outcome",
    "flow/unhandled-outcome",
  ]

  /// Codes for how a value was written: `no`, `08`, `True`.
  static let writing: Set = ["yaml/ambiguous-scalar", "yaml/legacy-boolean"]

  /// Codes after which a document, or a stage of it, is not read further.
  static let stopping: Set = ["ref/unknown-base", "flow/extends-variant", "flow/no-place"]

  init(_ findings: [Diagnostic], of draft: Draft) {
    let told = findings.filter { finding in
      Self.sayable.contains(finding.code) && !finding.isUnsayable(in: draft)
    }
    if !told.isEmpty {
      self = .refused
    } else if findings.contains(where: { finding in
      Self.writing.contains(finding.code) || finding.isOfSpelling
        || Self.stopping.contains(finding.code) || finding.message.en.hasPrefix("the base has no")
    }) {
      self = .open
    } else {
      self = .accepted
    }
  }
}

extension Diagnostic {
  /// A number that is one, written otherwise: `+5`, `0x1f`, `5.0`.
  fileprivate var isOfSpelling: Bool {
    guard code == "schema/wrong-type", message.en.hasSuffix("is no whole number"),
      let written = message.en.split(separator: "'").first,
      case .number(let number) = JSON(plain: String(written))
    else { return false }
    return number.rounded() == number
  }

  /// Whether it has a code of what a schema can tell, and is about something else.
  fileprivate func isUnsayable(in draft: Draft) -> Bool {
    switch code {
    case "schema/wrong-type": isOfSpelling
    // The values of an input stand elsewhere in the file.
    case "schema/bad-choice": message.en.contains("is never")
    // Only some stages have the same outcomes whatever their settings say.
    case "ref/unknown-outcome", "flow/unhandled-outcome": !hasClosedOutcomes(in: draft)
    default: false
    }
  }
}

extension Diagnostic {
  /// Whether the stage that the finding names has the same outcomes under all settings.
  private func hasClosedOutcomes(in draft: Draft) -> Bool {
    let names = message.en.split(separator: "'", omittingEmptySubsequences: false)
    guard case .list(let stages)? = draft["stages"] else { return false }
    return stages.contains { stage in
      guard case .scalar(let id, _)? = stage["id"], names.contains(Substring(id)),
        case .scalar(let uses, _)? = stage["uses"]
      else { return false }
      return !Unsayable.openStages.contains(uses)
    }
  }
}

/// What a schema cannot say, by name.
enum Unsayable {
  /// Stages whose outcomes their settings name or choose.
  static let openStages = ["decision@1", "gate@1", "handover@1", "recommendation@1", "review@1"]
}
