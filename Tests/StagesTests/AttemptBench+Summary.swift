import Located
import StageKit

extension AttemptBench {
  /// What a fact says in Swedish, by its label.
  func fact(_ label: String) -> String? {
    attempt.summary.facts.first { $0.title.sv == label }?.value.sv
  }

  /// The rows of a table in Swedish, by its heading.
  func rows(_ heading: String) -> [[String]] {
    attempt.summary.tables.first { $0.title.sv == heading }?.rows.map { $0.map(\.written.sv) } ?? []
  }

  /// A cell of a table's last row in Swedish, by the keys of both; nil where there is none.
  func last(_ table: String, _ column: String) -> String? {
    let table = attempt.summary.tables.first { $0.key == table }
    guard let table, let place = table.column(column) else { return nil }
    return table.rows.last?[place].written.sv
  }
}
