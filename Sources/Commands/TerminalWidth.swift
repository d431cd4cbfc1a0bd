import Foundation

extension Shell {
  /// How wide a line may be: the terminal's width, else what `COLUMNS` says, else 100; never so
  /// narrow that no table fits, nor so wide that a line is hard to follow.
  ///
  /// - Parameter terminal: the columns of the terminal that is written to; nil where it is none.
  package static func width(terminal: Int?, environment: [String: String]) -> Int {
    let asked = environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    return min(max(terminal ?? asked ?? 100, 60), 160)
  }

  /// The columns of the terminal that standard output is; nil where it is none, or does not say.
  static func terminalColumns() -> Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
