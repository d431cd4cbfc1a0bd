import CivilTime
import Definitions
import Located
import Register

/// A body that had ended when the definition begins to hold, or has ended by the day that is asked
/// for: nobody can act for it.
enum EndedBody: DefinitionRule {
  static let code = "ref/ended-body"
  static let severity = Diagnostic.Severity.error

  static func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    let today = scope.day.flatMap { scope.isInUse(definition, on: $0) ? $0 : nil }
    return definition.mentions.compactMap { mention in
      guard !definition.isRole(mention.id), let body = scope.organisation.body(mention.id),
        let end = body.period.to
      else { return nil }
      let id = body.id
      let help = successor(of: id, scope)
      if end.last < definition.validFrom.firstDay {
        let from = definition.validFrom
        return finding(
          mention.node, sv: "'\(id)' upphörde \(end), innan processen börjar gälla \(from)",
          en: "'\(id)' ended \(end), before the pipeline begins to hold on \(from)",
          related: scope.declared(id), help: help)
      }
      guard let today, end.last < today.firstDay else { return nil }
      return finding(
        mention.node, sv: "'\(id)' har upphört (\(end)), och processen gäller fortfarande \(today)",
        en: "'\(id)' has ended (\(end)), and the pipeline still holds on \(today)",
        related: scope.declared(id), help: help)
    }
  }

  /// What a check without a day leaves out; nil where every body that is named has no end.
  static func unevaluated(_ scope: Scope) -> Text? {
    guard scope.day == nil else { return nil }
    let isLeftOut = scope.definitions.contains { definition in
      definition.mentions.contains { mention in
        let end = scope.organisation.body(mention.id)?.period.to
        return end.map { $0.last >= definition.validFrom.firstDay } ?? false
      }
    }
    return isLeftOut
      ? Text(
        sv: "om grupper som nämns har upphört i dag: ange dagen med --at",
        en: "whether bodies that are named have ended by today: give the day with --at")
      : nil
  }

  /// Says which bodies go on where one has ended, where the register knows.
  private static func successor(of id: String, _ scope: Scope) -> Text? {
    let next = scope.organisation.bodies.filter { $0.follows.contains(id) }.map(\.id)
    guard !next.isEmpty else {
      return Text(
        sv: "ange den som tar över i en ny version, eller skriv follows: i registret",
        en: "name who takes over in a new version, or say follows: in the register")
    }
    let names = next.joined(separator: ", ")
    return Text(sv: "uppgick i \(names)", en: "merged into \(names)")
  }
}

extension Scope {
  /// Whether new cases take a definition on a day: it holds, and no later version has replaced it.
  func isInUse(_ definition: PipelineDefinition, on day: CivilDate) -> Bool {
    definition.isValid(on: day)
      && !definitions.contains {
        $0.id == definition.id && $0.validFrom > definition.validFrom && $0.validFrom <= day
      }
  }
}
