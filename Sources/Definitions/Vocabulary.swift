import Located
import Register
import StageKit

/// The names that may stand where one could not be read: what a person writes there instead of an id
/// is most often what the thing is called, and no id of its own.
struct Vocabulary {
  /// A name with what people call it.
  private typealias Entry = (id: String, title: Text?)

  private let bodies: [Entry]
  private let kinds: [Entry]
  private let outcomes: [Entry]
  private let acts: [Entry]

  /// What the header of a pipeline may name.
  init(_ form: PipelineForm, _ reader: DefinitionReader) {
    let organisation = reader.organisation
    bodies = form.roles.all.map { ($0.name, nil) } + Self.bodies(organisation)
    kinds = organisation.kinds.map { ($0.id, $0.title) }
    outcomes = []
    acts = []
  }

  /// What a stage may name.
  init(_ form: StageForm, _ reader: DefinitionReader) {
    let contract = reader.stages.contract(form.uses.value)
    bodies = Self.bodies(reader.organisation)
    kinds = []
    outcomes = Set(contract?.examples.compactMap(\.ends) ?? []).sorted().map { ($0, nil) }
    acts = contract?.acts.map { ($0.name, $0.title) } ?? []
  }

  private static func bodies(_ organisation: Organisation) -> [Entry] {
    organisation.bodies.map { ($0.id, $0.name) } + organisation.sets.map { ($0.id, $0.title) }
  }

  /// The names under a key, in the order of ``bodies``; nil where an id is not looked up but given.
  fileprivate func entries(under place: Place) -> [(id: String, title: Text?)]? {
    guard case .key(let key)? = place.steps.first else { return nil }
    return switch key {
    case "owner", "escalate", "for-each", "for": bodies
    case "roles" where place.steps.count > 1: kinds
    case "acts": place.steps.count > 1 ? bodies : acts
    case "outcomes", "in-force", "out-of-force": outcomes
    default: nil
    }
  }
}

extension Finding {
  /// The same of what is no id, with the known name that is meant in the stead of a made-up one.
  func meaning(_ vocabulary: Vocabulary) -> Finding {
    guard fault.code == "schema/bad-id", let text = node.text,
      let entries = vocabulary.entries(under: fault.place)
    else { return self }
    let near = suggestions(for: text, among: entries.map(\.id)) { id in
      entries.first { $0.id == id }?.title
    }
    let plain = Fault(
      fault.code, at: fault.place, sv: "'\(text)' kan inte vara ett id" + (near.question?.sv ?? ""),
      en: "'\(text)' cannot be an id" + (near.question?.en ?? ""), help: fault.help)
    // Nobody has the id that could be made of the text.
    guard let first = near.first else { return Finding(node, plain) }
    return Finding(node, plain.replacing(with: first, isSafe: false))
  }
}
