/// The median and the quartiles of some counts, in whole steps.
struct Spread: Hashable {
  let count: Int
  let lower, median, upper: Int

  /// The spread of some counts; nil of none.
  ///
  /// Between two counts it lies where its rank lies between theirs (type 7 of Hyndman and Fan, as a
  /// spreadsheet's QUARTILE.INC has it), rounded to the nearest count, a half upwards: a quarter of a
  /// day tells nobody anything.
  init?(_ counts: [Int]) {
    guard !counts.isEmpty else { return nil }
    let sorted = counts.sorted()
    func quarter(_ number: Int) -> Int {
      let place = (sorted.count - 1) * number
      let (below, rest) = (sorted[place / 4], place % 4)
      let above = sorted[min(place / 4 + 1, sorted.count - 1)]
      let quarters = below * 4 + (above - below) * rest + 2
      return quarters >= 0 ? quarters / 4 : (quarters - 3) / 4
    }
    count = counts.count
    (lower, median, upper) = (quarter(1), quarter(2), quarter(3))
  }
}
