import CivilTime
import Definitions
import Located
import Register
import StageKit

/// What a rule about one definition looks at beside it, and nothing of the world around.
struct Scope: Sendable {
  let organisation: Organisation
  /// The register with its places.
  let register: WrittenRegister
  /// Names that the register may hold in a part that could not be read.
  let unread: UnreadNames
  /// The day that "today" means; nil where nobody has said one.
  let day: CivilDate?

  /// Where a body is declared, as a place that explains a finding.
  func declared(_ body: String) -> [Diagnostic.Related] {
    register.body(body).map {
      [$0.related(sv: "\(body) står här", en: "\(body) stands here")]
    } ?? []
  }
}
