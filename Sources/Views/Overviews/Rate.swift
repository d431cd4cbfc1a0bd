import StageKit

extension DecimalNumber {
  /// What an amount is for each 100,000 inhabitants, to one decimal, a half upwards.
  ///
  /// Nil where the amount has too many digits to reckon with.
  func per100000(of population: Int) -> DecimalNumber? {
    let parts = description.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count > 1 ? parts[1].count : 0
    guard population > 0, let digits = Int(parts.joined()) else { return nil }
    var divisor = population
    for _ in 0..<decimals {
      let (next, overflow) = divisor.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      divisor = next
    }
    let (tenths, overflow) = digits.magnitude.multipliedReportingOverflow(by: 1_000_000)
    guard !overflow else { return nil }
    let rounded = (tenths + divisor.magnitude / 2) / divisor.magnitude
    let sign = digits < 0 ? "-" : ""
    return DecimalNumber("\(sign)\(rounded / 10).\(rounded % 10)")
  }
}
