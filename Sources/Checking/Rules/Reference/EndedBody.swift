import CivilTime
import Definitions
import Located
import Register

/// A body that had ended when the definition begins to hold: nobody can act for it.
enum EndedBody: DefinitionRule {
  static let code = "ref/ended-body"
  static let severity = Diagnostic.Severity.error

  /// A body that is named in a definition, and ends on a day when that may still be in use.
  struct Ending: Sendable {
    let body: String
    let end: PartialDate
    /// Where it is named.
    let site: Site
  }

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    let from = definition.validFrom
    return endings(in: definition, scope).compactMap { ending in
      guard ending.end.last < from.firstDay else { return nil }
      return finding(
        ending.site,
        sv: "'\(ending.body)' upphörde \(ending.end), innan processen börjar gälla \(from)",
        en: "'\(ending.body)' ended \(ending.end), before the pipeline starts to apply on \(from)",
        related: scope.declared(ending.body), help: help(after: ending, scope),
        fixes: fixes(after: ending, scope))
    }
  }

  /// The bodies whose end only a day can tell of.
  static func ending(in definition: PipelineDefinition, _ scope: Scope) -> [Ending] {
    endings(in: definition, scope).filter { $0.end.last >= definition.validFrom.firstDay }
  }

  private static func endings(in definition: PipelineDefinition, _ scope: Scope) -> [Ending] {
    definition.mentions.compactMap { mention in
      guard let end = scope.organisation.end(of: mention.id), !definition.isRole(mention.id)
      else { return nil }
      return Ending(body: mention.id, end: end, site: mention.node.site)
    }
  }

  /// What a check without a day leaves out; nil where every body that is named has no end.
  static func unevaluated(_ whole: Whole) -> Text? {
    guard whole.scope.day == nil, whole.headers.contains(where: { !$0.ending.isEmpty }) else {
      return nil
    }
    return Text(
      sv: "om grupper som nämns har upphört i dag: ange dagen med --at",
      en: "whether bodies that are named have ended by today: give the day with --at")
  }

  /// The bodies that go on where one has ended, where the register knows.
  private static func successors(of ending: Ending, _ scope: Scope) -> [String] {
    scope.organisation.bodies.filter { $0.follows.contains(ending.body) }.map(\.id)
  }

  fileprivate static func help(after ending: Ending, _ scope: Scope) -> Text {
    let names = successors(of: ending, scope).map { "'\($0)'" }
    guard !names.isEmpty else {
      return Text(
        sv: "ange den som har tagit över, och skriv gärna follows: i organisationsregistret",
        en: "name who has taken over, and write follows: in the register for others to see")
    }
    return Text(
      sv: "ange den som har tagit över: \(names.joined(separator: " eller "))",
      en: "name who has taken over: \(names.joined(separator: " or "))")
  }

  fileprivate static func fixes(after ending: Ending, _ scope: Scope) -> [Fix] {
    successors(of: ending, scope).map { ending.site.replaced(by: $0, isSafe: false) }
  }
}

/// A body that has ended by the day that is asked for, in a pipeline that new cases take then.
enum EndedToday: WholeRule {
  static let code = EndedBody.code
  static let severity = EndedBody.severity

  static func findings(in whole: Whole) -> [Diagnostic] {
    guard let today = whole.scope.day else { return [] }
    return whole.headers.flatMap { header -> [Diagnostic] in
      let ended = header.ending.filter { $0.end.last < today.firstDay }
      guard !ended.isEmpty, whole.isInUse(header, on: today) else { return [] }
      return ended.map { ending in
        finding(
          ending.site,
          sv: "'\(ending.body)' har upphört (\(ending.end)), och processen gäller fortfarande "
            + "\(today)",
          en: "'\(ending.body)' has ended (\(ending.end)), and the pipeline still applies on "
            + "\(today)",
          related: whole.declared(ending.body),
          help: EndedBody.help(after: ending, whole.scope),
          fixes: EndedBody.fixes(after: ending, whole.scope))
      }
    }
  }
}
