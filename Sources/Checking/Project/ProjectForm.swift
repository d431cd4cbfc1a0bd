import Canonical
package import CivilTime
package import Definitions
package import Located
package import StageKit

/// What a project file may say, `stafett.yaml`: read by the same forms as all else.
package struct ProjectForm: Record {
  package let roots: OneOrMany<String>
  package let registers: OneOrMany<String>
  package let policy: PolicyField
  package let allow: AllowField
  package let strict: Bool
  package let baseline: Sited<String>?

  package init(_ form: inout Form) {
    roots = form("roots", sv: "Mappar att kontrollera", en: "Folders to check")
    registers = form("register", sv: "Organisationsregister", en: "Register")
    policy = form("policy", sv: "Hur allvarliga fynden är", en: "How bad findings are")
    allow = form("allow", sv: "Undantag, med skäl", en: "What is allowed, with the reason")
    strict = form("strict", default: false, sv: "Varningar fäller", en: "Warnings fail too")
    baseline = form("baseline", sv: "Fil med kända fynd", en: "File of known findings")
  }
}

/// Something that may stand although it is found: where, until when, and why.
package struct AllowForm: Record {
  package let code: Sited<String>
  package let place: Sited<String>?
  package let file: Sited<String>?
  package let until: Sited<CivilDate>?
  package let reason: Sited<String>

  package init(_ form: inout Form) {
    code = form("code", in: 1...100, sv: "Fyndets kod", en: "The finding's code")
    place = form(
      "at", in: 1...500, sv: "Plats, som stages.remiss.window",
      en: "Place, as stages.remiss.window")
    file = form("file", in: 1...500, sv: "Fil", en: "File")
    until = form("until", sv: "Till och med", en: "To, that day included")
    reason = form("reason", in: 1...500, sv: "Skäl", en: "Reason")
  }
}

/// What is allowed, entry by entry; nothing when nothing stands there, as when the last was removed.
package struct AllowField: FieldValue {
  package let entries: [Sited<AllowForm>]

  package static var shape: Shape { .list(AllowForm.shape) }
  package static var blank: AllowField { AllowField([]) }
  package static func absent(_ bounds: ClosedRange<Int>?) -> AllowField? { blank }

  private init(_ entries: [Sited<AllowForm>]) {
    self.entries = entries
  }

  package init?(reading input: inout FieldInput) {
    if input.node.plainMeaning == .null {
      self.init([])
      return
    }
    guard let entries = [Sited<AllowForm>](reading: &input) else { return nil }
    self.init(entries)
  }

  package init(replaying reader: inout StoredReader) {
    self = .blank
    reader.reject()
  }
}

/// How bad a project wants a finding to be.
package enum PolicyLevel: String, Choice {
  case error, warning, off

  package var title: Text {
    switch self {
    case .error: Text(sv: "fel", en: "error")
    case .warning: Text(sv: "varning", en: "warning")
    case .off: Text(sv: "av", en: "off")
    }
  }
}

/// Codes, each with how bad its findings are in a project.
package struct PolicyField: FieldValue {
  package struct Entry: Sendable, Equatable {
    package let code: String
    /// Nil where what stands there is none.
    package let level: PolicyLevel?
    package let key: Node

    package static func == (a: Entry, b: Entry) -> Bool { (a.code, a.level) == (b.code, b.level) }
  }

  package let entries: [Entry]

  package static var shape: Shape { .map(PolicyLevel.shape) }
  package static var blank: PolicyField { PolicyField(entries: []) }
  package static func absent(_ bounds: ClosedRange<Int>?) -> PolicyField? { blank }

  private init(entries: [Entry]) {
    self.entries = entries
  }

  package init?(reading input: inout FieldInput) {
    guard input.node.kind == .mapping else {
      input.fault(
        "schema/wrong-type", sv: "här ska det stå koder, som rule/no-reminder: off",
        en: "codes are expected here, as rule/no-reminder: off")
      return nil
    }
    var entries: [Entry] = []
    for (key, value) in input.node.entries where input.isWorthReading {
      var code = FieldInput(key)
      var level = FieldInput(value)
      let meant = PolicyLevel(reading: &level)
      if let code = String(reading: &code) {
        entries.append(Entry(code: code, level: meant, key: key))
      }
      input.found += (code.found + level.found).map { $0.under(.key(key.text ?? "")) }
    }
    // What is wrong with one entry hides nothing of the others.
    self.init(entries: entries)
  }

  package init(replaying reader: inout StoredReader) {
    self = .blank
    reader.reject()
  }
}
