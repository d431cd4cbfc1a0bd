package import Located
package import StageKit

/// A role, as written: the kind of body that it takes, or `{kind: nag, title: {sv: …, en: …}}`.
package struct RoleField: FieldValue {
  /// The kind of body that it takes.
  package let kind: Sited<Name>
  /// What the role is called; nil where the kind says enough.
  package let title: Text?

  private struct Titled: Record {
    let kind: Sited<Name>
    let title: TextForm

    init(_ form: inout Form) {
      kind = form("kind", sv: "Slag av grupp eller organisation", en: "Kind of body")
      title = form("title", sv: "Rollens namn", en: "What the role is called")
    }
  }

  package static var shape: Shape { .either([Name.shape, Titled.shape]) }
  package static var blank: RoleField { RoleField(Sited<Name>.blank, nil) }
  package static func == (a: RoleField, b: RoleField) -> Bool {
    a.kind == b.kind && a.title == b.title
  }

  private init(_ kind: Sited<Name>, _ title: Text?) {
    self.kind = kind
    self.title = title
  }

  package init?(reading input: inout FieldInput) {
    if input.node.kind == .mapping {
      guard let form = Titled(reading: &input) else { return nil }
      self.init(form.kind, form.title.text)
    } else {
      guard let kind = Sited<Name>(reading: &input) else { return nil }
      self.init(kind, nil)
    }
  }

  package init(replaying reader: inout StoredReader) {
    self = .blank
    reader.reject()
  }
}
