import Canonical
import Definitions
import Located
import StageKit

/// What can be written in the fields of an act.
///
/// A form names closed sets of words; a field that is bound to the stage's outcomes or settings is
/// free text to the form, so what it takes is found in the definition.
struct ActChoices {
  /// One thing to write, with its label where there is one.
  struct Choice {
    let id: String
    let title: Text?

    /// As help shows it: `adopt (Fastställd)`.
    func shown(_ language: Language) -> String {
      guard let title = title?[language], title != id else { return id }
      return "\(id) (\(title))"
    }

    /// A definition takes true and false alone; people who type answer a question.
    fileprivate static let yesAndNo = [
      Choice(id: "true", title: Text(sv: "Ja", en: "Yes")),
      Choice(id: "false", title: Text(sv: "Nej", en: "No")),
    ]

    fileprivate func isCalled(_ label: String) -> Bool {
      guard let title else { return false }
      return title.sv.lowercased() == label || title.en.lowercased() == label
    }
  }

  private let outcomes: [Choice]
  private let settings: Value?

  /// Those of a stage; nil for an act about the whole case.
  init(_ stage: StageDefinition?) {
    // An outcome that is optional is offered only where the definition says where it leads.
    outcomes = (stage?.prepared.outcomes ?? [])
      .filter { $0.flow != .optional || stage?.form.outcomes[$0.name] != nil }
      .map { Choice(id: $0.name, title: $0.title) }
    settings = stage?.prepared.settings
  }

  /// What a field takes; empty where anything of its kind will do.
  func of(_ field: Shape.Field) -> [Choice] {
    if field.key == "outcome", !outcomes.isEmpty { return outcomes }
    if let options = field.shape.options {
      // The same words as the stage's outcomes: of them, those that the definition offers.
      let isOutcome = outcomes.allSatisfy { one in options.contains { $0.name == one.id } }
      return isOutcome && !outcomes.isEmpty
        ? outcomes : options.map { Choice(id: $0.name, title: $0.title) }
    }
    // Settings list what may be registered, by the plural of what the act calls one of them.
    return (settings?[field.key + "s"]?.items ?? []).compactMap(\.text)
      .map { Choice(id: $0, title: Text.document(named: $0)) }
  }

  /// The id that a label stands for, in either language; the text itself when it is none.
  func id(of text: String, for field: Shape.Field) -> String {
    let choices = field.shape == .flag ? Choice.yesAndNo : of(field)
    let label = text.lowercased()
    guard !choices.contains(where: { $0.id == text }) else { return text }
    return choices.first { $0.isCalled(label) }?.id ?? text
  }
}

extension Shape {
  /// The words of a closed set, or of a list of them.
  fileprivate var options: [Shape.Option]? {
    switch self {
    case .choice(let options): options
    case .list(let element): element.options
    default: nil
    }
  }
}
