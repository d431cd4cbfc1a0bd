package import Canonical

/// The stages of a build, all levels, in the order of their names.
package struct StageCatalogue: Sendable {
  package let contracts: [StageContract]
  /// Names that more than one stage has; a build with any of these is refused.
  package let clashes: [StageName]

  private let byReference: [String: StageContract]

  package init(_ stages: [any Stage.Type]) {
    let all = stages.flatMap { [$0] + $0.earlier }.map { StageContract($0) }
      .sorted { $0.name < $1.name }
    contracts = all
    byReference = Dictionary(
      all.map { ($0.name.description, $0) }, uniquingKeysWith: { first, _ in first })
    clashes = zip(all, all.dropFirst()).filter { $0.name == $1.name }.map { $0.0.name }
  }

  /// The stage that is written so: `draft@1`.
  package func contract(_ reference: String) -> StageContract? { byReference[reference] }

  /// The stage of a name and level.
  package subscript(name: StageName) -> StageContract? {
    contracts.first { $0.name == name }
  }

  /// The levels of a name that this build holds.
  package func levels(of name: String) -> [StageName] {
    contracts.map(\.name).filter { $0.name == name }
  }

  /// Names the whole set: two builds with the same digest accept the same definitions.
  package var digest: ContentHash {
    ContentHash(hashing: contracts.map { "\($0.name) \($0.digest)\n" }.joined())
  }
}
