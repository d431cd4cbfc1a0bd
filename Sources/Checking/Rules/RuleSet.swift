import Definitions
import Located

/// The rules of a pass; a test may bring others.
struct RuleSet: Sendable {
  /// Those that look at one definition at a time.
  var ofDefinitions: [any DefinitionRule.Type]
  /// Those that look at everything together.
  var ofAll: [any WholeRule.Type]

  /// The names of their findings: a definition that has one could be run all the same.
  var codes: Set<String> {
    Set(ofDefinitions.map { $0.code } + ofAll.map { $0.code }).union(Unsound.codes)
  }

  /// All that the rules find in one definition by itself.
  ///
  /// One that fails hides nothing: what the others find is there, and that it failed is a finding.
  func findings(in definition: PipelineDefinition, _ scope: Scope) -> [Diagnostic] {
    var all: [Diagnostic] = []
    for rule in ofDefinitions {
      do {
        all += try rule.findings(in: definition, scope)
      } catch {
        let node = definition.form.pipeline.node ?? definition.node
        all.append(Self.failure(of: rule.code, "\(error)", node.path, node.span))
      }
    }
    return all
  }

  /// What the rules find in a definition that could be read in part, and does not follow from what
  /// is missing there.
  func findings(in draft: DefinitionDraft, _ scope: Scope) -> [Diagnostic] {
    var rules = self
    rules.ofDefinitions.removeAll { $0.needsWhole && !(draft.hasFlow && draft.unsure.isEmpty) }
    return rules.findings(in: draft.definition, scope).filter { finding in
      let places = [finding.span] + finding.related.map(\.span)
      return !draft.unsure.contains { stage in places.contains { stage.covers($0) } }
    }
  }

  /// All that the rules find in everything together.
  func findings(in whole: Whole) -> [Diagnostic] {
    var all: [Diagnostic] = []
    for rule in ofAll {
      do {
        all += try rule.findings(in: whole)
      } catch {
        let start = Mark(line: 1, column: 1)
        let path = whole.paths.first ?? ""
        all.append(Self.failure(of: rule.code, "\(error)", path, Span(start, start)))
      }
    }
    return all
  }

  private static func failure(
    of rule: String, _ error: String, _ path: String, _ span: Span
  ) -> Diagnostic {
    Diagnostic(
      "internal/rule-failed",
      Text(
        sv: "regeln \(rule) gick sönder och har inte prövats på \(path): \(error)",
        en: "the rule \(rule) failed and was not applied to \(path): \(error)"),
      path: path, span: span,
      help: Text(
        sv: "det är ett fel i Stafett och inte i filen: rapportera det, med filen om den får visas",
        en:
          "this is a fault in Stafett and not in the file: report it, with the file if it may be shown"
      ))
  }
}

extension RuleSet {
  /// The rules of this build, by family.
  static let all = RuleSet(
    ofDefinitions: flow + reference + rule + time, ofAll: acrossFiles + register + scenarios)

  private static let flow: [any DefinitionRule.Type] = [
    AlwaysHolds.self, BothForces.self, IdleVariant.self, NeverHolds.self, NoForce.self,
    SilentForever.self, SkippableForce.self, UnaskedValue.self,
    UnorderedForce.self, Unwatched.self,
  ]
  private static let reference: [any DefinitionRule.Type] = [
    AlreadyInSet.self, BodyNotYet.self, EmptySet.self, EndedBody.self, ListedTwice.self,
    NoBodies.self, NotARegion.self, OptionalKey.self, UnusedInput.self, UnusedRole.self,
  ]
  private static let rule: [any DefinitionRule.Type] = [
    ActToOwner.self, DuplicateTitle.self, EscalatesToOwner.self, ImpossibleQuorum.self,
    KeepItSimple.self, LooseBound.self, NoMandate.self, NoReminder.self, Placeholder.self,
    SameText.self, TightQuorum.self,
  ]
  private static let time: [any DefinitionRule.Type] = [
    EscalationTooLate.self, ImplausibleTime.self, NoMeeting.self, NoRound.self,
    ReminderOrder.self,
    ReminderTooLong.self,
  ]
  private static let acrossFiles: [any WholeRule.Type] = [
    BaseValidity.self, EndedBase.self, EndedToday.self, NewCase.self, NotOpenedBy.self,
    NobodyOpens.self,
    OtherKey.self, OutdatedBase.self, SameValidity.self, ValidityGap.self, VersionOrder.self,
  ]
  private static let register: [any WholeRule.Type] = [
    ActsForItself.self, LivingPredecessor.self, NoDayLeft.self, NoHoliday.self,
    OverlappingRounds.self, SameHoliday.self, SameName.self, StartedEarly.self, TooShort.self,
    WindowInPause.self,
  ]
  private static let scenarios: [any WholeRule.Type] = [ScenarioCheck.self]
}
