import Definitions
import Lifecycle
import Located
import Views

/// Products that share the first part of their key with a product, such as a drug at another
/// indication: they are told when one is opened, so that nobody takes them for the same.
struct Alikeness {
  private let input: Text?
  private let value: String
  private let others: [ProductState]

  /// - Parameter all: gives the products of the same kind; asked only where the key has more parts.
  init(of product: ProductState, among all: () throws -> [ProductState]) rethrows {
    let one = product.cases.last
    let key = one?.definition.key ?? []
    guard let one, key.count > 1, let first = key.first, let value = one.input(first) else {
      (input, value, others) = (nil, "", [])
      return
    }
    input = one.definition.inputs.first { $0.name == first }?.title ?? Text(first)
    self.value = value
    others = try all().filter {
      $0.stream != product.stream && $0.cases.last?.input(first) == value
    }
  }

  /// A line for each of the first three, and how many there are more; none where it stands alone.
  var texts: [Text] {
    guard let input, !others.isEmpty else { return [] }
    let head = Text(
      sv: "\nDet här är ett eget ärende. Samma \(input.sv) (\(value)) finns också i:",
      en: "\nThis is a case of its own. The same \(input.en) (\(value)) is also in:")
    let more = others.count - 3
    return [head] + others.prefix(3).map(line)
      + (more > 0 ? [Text(sv: "  och \(more) till", en: "  and \(more) more")] : [])
  }

  private func line(_ other: ProductState) -> Text {
    let standing = other.inForce.map { inForce -> Text in
      let parts = [other.outcome(of: inForce), Text("\(inForce.appliesFrom)")].compactMap { $0 }
      return Text(
        sv: " (\(parts.map(\.sv).joined(separator: ", ")))",
        en: " (\(parts.map(\.en).joined(separator: ", ")))")
    }
    return Text(
      sv: "  \(other.stream): \(other.title.sv)\(standing?.sv ?? "")",
      en: "  \(other.stream): \(other.title.en)\(standing?.en ?? "")")
  }
}
