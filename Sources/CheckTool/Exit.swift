/// How a command ended, as the calling program sees it; the format makes no difference to it.
package enum Exit: Int32, Sendable {
  /// Done; or there was nothing wrong.
  case fine = 0
  /// The answer is no: findings, refused, unknown.
  case no = 1
  /// The command line was not understood.
  case usage = 2
  /// It could not be done: disk, store, a fault of the program.
  case failure = 3
  /// What should be read is not there.
  case noInput = 4
}
