package import Located

/// Why the store could not do it; nothing was written.
package enum StoreError: Error, Sendable, Equatable {
  /// There is no store there.
  case missing(Text)
  /// The disk or the quota is full.
  case full(Text)
  /// The file is no store, or of a later version.
  case notAStore(Text)
  /// Reading or writing failed, or what was handed in does not hold together.
  case failed(Text)

  /// What the user is told: what, where, and what to do.
  package var text: Text {
    switch self {
    case .missing(let text), .full(let text), .notAStore(let text), .failed(let text): text
    }
  }
}

extension StoreError {
  /// A reference word whose person was erased is never given to another.
  package static func erased(_ id: String) -> StoreError {
    .failed(
      Text(
        sv: "'\(id)' är raderad och används inte igen: välj ett annat referensord",
        en: "'\(id)' was erased and is not used again: choose another reference word"))
  }
}
