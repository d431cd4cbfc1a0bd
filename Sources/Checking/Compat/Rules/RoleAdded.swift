import Definitions
import Located

/// A new role: an outcome that opens a case in the pipeline copies the roles of the old one, and is
/// refused where nobody has this one.
enum RoleAdded: CompatRule {
  static let code = "compat/role-added"

  static func findings(_ comparison: Comparison) -> [Diagnostic] {
    comparison.changes.flatMap { change in
      let openers = comparison.openers(of: change.new.id)
      return change.new.roles.compactMap { role -> Diagnostic? in
        let opener = openers.first { opener in
          !opener.definition.roles.contains { $0.name == role.name && $0.kind == role.kind }
        }
        guard let opener else { return nil }
        let hadOther = opener.definition.roles.contains { $0.name == role.name }
        let cases = Cases(names: comparison.open(opener.definition))
        return finding(
          change.new.roleNode(role.name),
          sv: (hadOther
            ? "rollen '\(role.name)' är för ett annat slag av organisation: "
            : "rollen '\(role.name)' är ny: ") + opener.refused.sv + cases.concerned.sv,
          en: (hadOther
            ? "the role '\(role.name)' is for another kind of body: "
            : "the role '\(role.name)' is new: ") + opener.refused.en + cases.concerned.en,
          related: [opener.related],
          help: Text(
            sv: "låt en grupp som redan finns vara ansvarig, eller öppna revideringarna för hand",
            en: "let a body that is there already be the owner, or open the revisions by hand"),
          cases: cases)
      }
    }
  }
}
