/// Every overview, in the order in which a person meets them.
package enum Overviews {
  package static let all: [any Overview] = [
    Inbox(), Responses(),
  ]

  /// The overview of a name.
  package static func named(_ name: String) -> (any Overview)? {
    all.first { $0.name == name }
  }
}
