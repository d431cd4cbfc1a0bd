import Foundation

/// One line of the table: what was measured, beside its peer and the aim.
struct Row {
  let name: String
  var ours = ""
  var peer = ""
  var ratio = ""
  var aim = ""

  /// Prints rows as a table with one width a column.
  static func table(_ rows: [Row]) -> String {
    let head = Row(name: "", ours: "ours", peer: "peer", ratio: "ratio", aim: "aim")
    let cells = ([head] + rows).map { [$0.name, $0.ours, $0.peer, $0.ratio, $0.aim] }
    let widths = (0..<5).map { column in cells.map { $0[column].count }.max() ?? 0 }
    return cells.map { row in
      zip(row, widths).enumerated().map { column, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.count)
        return column == 0 ? cell.0 + space : space + cell.0
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}

extension [Double] {
  /// The middle one: what a round that was disturbed moves least.
  var median: Double {
    guard !isEmpty else { return .nan }
    let sorted = sorted()
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
  }
}

extension Double {
  /// With so many digits after the point.
  func written(_ digits: Int) -> String { String(format: "%.\(digits)f", self) }
}

/// Two that are measured in turn, A B A B, so that both meet the same load.
struct Turns {
  private(set) var ours: [Double] = []
  private(set) var peer: [Double] = []

  /// Measures each so many times.
  init(_ rounds: Int, ours: () throws -> Double, peer: () throws -> Double) rethrows {
    for _ in 0..<rounds {
      self.peer.append(try peer())
      self.ours.append(try ours())
    }
  }

  /// The median of the rounds' own ratios.
  var ratio: Double { zip(ours, peer).map { $0 / $1 }.median }
}
