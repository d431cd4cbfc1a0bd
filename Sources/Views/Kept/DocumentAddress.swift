import Lifecycle
import Located
import StageKit

extension CaseState {
  /// Where a version of a document is found, as the latest stage that gave it on tells, by its tables
  /// `places` and `documents`; nil where none tells.
  func address(of version: Version) -> String? {
    let topic = TypedTopic<Version>.document.name
    let giver = attempts.joined().filter { attempt in
      attempt.counts
        && attempt.attempt.given.contains {
          $0.topic == topic && Version($0.value) == version
        }
    }.last
    guard let tables = giver?.attempt.summary.tables else { return nil }
    func rows(_ key: String) -> [Row] {
      tables.filter { $0.key == key }.flatMap { table in table.rows.map { Row($0, of: table) } }
    }
    if let place = rows("places").first { return place["place"].words?.sv }
    let title = Text.document(named: version.name) ?? Text(version.name)
    return rows("documents").last { row in
      row["version"].words?.sv == version.label && row["document"].words == title
    }?["found-at"].words?.sv
  }
}
