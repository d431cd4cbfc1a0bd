package import Canonical
import Located
package import StageKit

/// Who a reference word stands for.
///
/// It stands beside the chain, so that it can be taken away.
package struct Person: Record {
  /// Counted for the balance of a group, and for nothing else.
  package enum Sex: String, Choice {
    case woman, man

    package var title: Text {
      switch self {
      case .woman: Text(sv: "Kvinna", en: "Woman")
      case .man: Text(sv: "Man", en: "Man")
      }
    }
  }

  package let id: Name
  package let name: String
  package let mail: String?
  package let sex: Sex?

  package init(_ form: inout Form) {
    id = form("id", sv: "Referensord", en: "Reference word")
    name = form("name", in: 1...200, sv: "Namn", en: "Name")
    mail = form("mail", in: 3...320, sv: "E-post", en: "Mail")
    sex = form("sex", sv: "Kön", en: "Sex")
  }

  /// What was kept; nil for bytes of another form.
  package static func kept(_ bytes: [UInt8]) -> Person? {
    bytes.withUnsafeBufferPointer { replay($0) }
  }

  /// The reference word.
  package var word: String { id.description }

  package init(id: Name, name: String, mail: String?, sex: Sex?) {
    self.id = id
    self.name = name
    self.mail = mail
    self.sex = sex
  }

  package var value: Value {
    .record([
      "id": .text(id.description), "name": .text(name), "mail": mail.map { .text($0) },
      "sex": sex.map { .text($0.rawValue) },
    ])
  }
}
