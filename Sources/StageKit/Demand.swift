/// What a stage asks of the body that owns it; the register tells whether it has it.
public enum Demand: Sendable, Hashable {
  /// At least one of these powers, in the register's words.
  ///
  /// A register that has none of the words is not asked.
  case power([String])
  /// So many members who may decide; the place is the setting that says so.
  case members(Int, at: Place)
}
