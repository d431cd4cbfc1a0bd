package import Located

/// Codes about one thing: the part of a code before its slash.
package struct CodeFamily: Sendable {
  /// The part itself: `flow`.
  package let name: String
  /// What its codes are about.
  package let title: Text

  /// The families in the order in which a definition is read and checked.
  package static let all = [
    CodeFamily(
      name: "yaml", title: Text(sv: "Filen som YAML", en: "The file as YAML")),
    CodeFamily(
      name: "schema", title: Text(sv: "Nycklar och värden", en: "Keys and values")),
    CodeFamily(
      name: "stage", title: Text(sv: "Fasen bakom uses:", en: "The stage behind uses:")),
    CodeFamily(
      name: "ref", title: Text(sv: "Namn som inte leder någonstans", en: "Names that lead nowhere")),
    CodeFamily(
      name: "flow", title: Text(sv: "Vägen genom processen", en: "The way through the process")),
    CodeFamily(
      name: "rule",
      title: Text(
        sv: "Grupper, beslut och det som ska gå att leva med",
        en: "Bodies, decisions and what people can live with")),
    CodeFamily(
      name: "time", title: Text(sv: "Datum och kalendrar", en: "Dates and calendars")),
    CodeFamily(
      name: "compat",
      title: Text(
        sv: "Mot en äldre version och pågående ärenden",
        en: "Against an older version and open cases")),
    CodeFamily(
      name: "ignore", title: Text(sv: "Undantag från kontrollen", en: "Ignores")),
    CodeFamily(
      name: "project",
      title: Text(sv: "Projektfilen och låset", en: "The project file and the lock")),
    CodeFamily(
      name: "internal", title: Text(sv: "Fel i Stafett självt", en: "Faults in Stafett itself")),
    CodeFamily(
      name: "scenario", title: Text(sv: "Exempelärenden", en: "Scenarios")),
    CodeFamily(
      name: "limit", title: Text(sv: "Gränser", en: "Limits")),
    stage("draft"), stage("remiss"), stage("decision"), stage("recommendation"),
    stage("handover"), stage("implementation"), stage("review"), stage("follow-up"),
  ]

  // What a stage brings of its own, under its name.
  private static func stage(_ name: String) -> CodeFamily {
    CodeFamily(name: name, title: Text(sv: "Fasen \(name)", en: "The stage \(name)"))
  }

  /// The family that a code names.
  package static func name(of code: String) -> String {
    String(code.prefix { $0 != "/" })
  }
}
