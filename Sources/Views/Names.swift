import Canonical
package import CivilTime
import Definitions
package import Lifecycle
package import Located
package import Register
import StageKit

/// The names of bodies and sets as they are on a day; what the register does not list is its id.
package struct Names: Sendable {
  package let organisation: Organisation
  package let on: CivilDate
  /// Who the reference words of people stand for, as far as that is kept.
  private let persons: [String: String]

  /// The names on a day.
  package init(_ organisation: Organisation, on: CivilDate, persons: [Person] = []) {
    self.organisation = organisation
    self.on = on
    self.persons = Dictionary(
      persons.map { ($0.id.description, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// The name of a person; the reference word where the name is not kept, or no longer.
  func person(_ word: String) -> String { persons[word] ?? word }

  /// The name of a body.
  package func callAsFunction(_ id: String) -> Text {
    organisation.name(of: id, on: on.firstDay) ?? Text(id)
  }

  /// The title of a kind of body.
  func kind(_ id: String) -> Text {
    organisation.kind(id)?.title ?? Text(id)
  }

  /// What a role is called: by its title, else by its kind of body, with its own word where two are of
  /// the same kind.
  func role(_ name: String, in definition: PipelineDefinition) -> Text {
    guard let role = definition.roles.first(where: { $0.name == name }) else { return Text(name) }
    if let title = role.title { return title }
    let title = kind(role.kind)
    return definition.roles.count(where: { $0.kind == role.kind }) == 1
      ? title : Text(sv: "\(title.sv) (\(name))", en: "\(title.en) (\(name))")
  }

  /// The title of a set of bodies.
  func set(_ id: String) -> Text {
    organisation.set(id)?.title ?? Text(id)
  }

  /// The title of a task of a body.
  func task(_ id: String) -> Text {
    organisation.task(id)?.title ?? Text(id)
  }

  /// What a definition's word for those who may act stands for: a role, a set, a lane's member.
  func callAsFunction(_ name: String, in one: CaseState) -> Text { acting(one.acting(name)) }

  /// The same of a word that names no role: a body, a set, or each lane's member.
  func acting(_ word: String) -> Text {
    word == "lane" ? Phrase.eachForItself : organisation.set(word)?.title ?? self(word)
  }

  /// A text that is only ids of bodies, with their names in the ids' place.
  ///
  /// A stage knows ids and no names; so a cell of its tables that lists bodies is told here.
  func naming(_ text: Text) -> Text {
    guard text.sv == text.en, !text.sv.isEmpty else { return text }
    let names = text.sv.split(separator: ",").map { part -> Text? in
      organisation.name(of: String(part.drop { $0 == " " }), on: on.firstDay)
    }
    let known = names.compactMap { $0 }
    guard known.count == names.count else { return text }
    return known.listed
  }

  /// Running text in which a stage names bodies by their ids, with the names in the ids' place.
  ///
  /// Only an id with a hyphen is taken for one: no word of prose is written so.
  func namingWithin(_ text: Text) -> Text {
    func told(_ text: String, _ language: Language) -> String {
      let isOfID: (Character) -> Bool = { $0 == "-" || $0.isLowercase || $0.isNumber }
      var told = ""
      var rest = text[...]
      while let first = rest.first {
        let word = isOfID(first) ? rest.prefix(while: isOfID) : rest.prefix(1)
        let name = word.contains("-") ? organisation.name(of: String(word), on: on.firstDay) : nil
        told += name?[language] ?? String(word)
        rest = rest.dropFirst(word.count)
      }
      return told
    }
    return Text(sv: told(text.sv, .sv), en: told(text.en, .en))
  }
}

extension Names {
  /// How a cell reads: bodies by their names, a text beside the chain as it was written.
  func written(_ cell: Cell, _ prose: ProseLookup) -> Text {
    switch cell {
    case .bodies(let bodies): bodies.map { self($0.id) }.listed
    case .prose(let text):
      ContentHash(hex: text.reference).flatMap { prose($0) }.map { Text($0) } ?? Phrase.textGone
    default: cell.written
    }
  }
}

extension [Text] {
  /// The texts with a comma between.
  var listed: Text { joined(", ") }

  /// The first three, and how many more there are: twenty-one names help nobody.
  var listedBriefly: Text {
    guard count > 4 else { return listed }
    let first = Array(prefix(3)).listed
    return Text(
      sv: "\(first.sv) och \(count - 3) till", en: "\(first.en) and \(count - 3) more")
  }

  func joined(_ separator: String) -> Text {
    Text(sv: map(\.sv).joined(separator: separator), en: map(\.en).joined(separator: separator))
  }
}

extension Text {
  /// The text with what is said of it: "Underlag: 0 av 1 dokument bifogade"; alone where nothing is.
  package func with(_ line: Text?) -> Text {
    line.map { Text(sv: "\(sv): \($0.sv)", en: "\(en): \($0.en)") } ?? self
  }

  var isEmpty: Bool { sv.isEmpty && en.isEmpty }
}
