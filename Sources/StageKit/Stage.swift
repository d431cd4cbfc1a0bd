/// A kind of step: what it asks for, which acts it takes, how it ends.
///
/// A value is one attempt at it.
///
/// A stage is a small decider: `init` opens it, each act changes it, `outcome` and `owes` read it.
/// It sees no clock, no store, no lane and no other stage. What it shows of itself is `summary`.
public protocol Stage: Sendable, Equatable {
  /// What a definition says under `with:`.
  associatedtype Settings: Record = NoSettings

  /// The name in `uses:` with the contract level, frozen once released: `remiss@1`.
  static var name: StageName { get }
  /// What a person sees.
  static var title: Text { get }
  /// What it is for, in a sentence or two, ending with a full stop.
  static var help: Text { get }
  /// Its acts, each once; a new one is written here or it does not exist.
  static var acts: [any Act<Self>.Type] { get }
  /// The codes that its acts can be refused with, those of the forms left out; none where it does
  /// not tell, and then any that begins with its name is taken for one.
  static var refusals: [String] { get }
  /// What may come of it; a setting may name the forward ones.
  static func outcomes(_ settings: Settings) -> [Outcome]
  /// What it uses of what earlier stages give.
  static var takes: [Topic] { get }
  /// What it hands on.
  static var gives: [Topic] { get }
  /// What is wrong in settings that are each right by themselves.
  static func faults(in settings: Settings) -> [Fault]
  /// What these settings ask of the body that owns the stage.
  static func demands(_ settings: Settings) -> [Demand]
  /// Where these settings have it carried on; nil where it is done in the case itself.
  static func carrier(_ settings: Settings) -> Carrier?
  /// Short stories that are documentation and tests at once; at least one for each outcome.
  static var examples: [Example] { get }
  /// Older levels, still built for the cases that were opened with them.
  static var earlier: [any Stage.Type] { get }

  /// Opens an attempt.
  init(_ settings: Settings, _ opening: Opening)
  /// Learns that the attempt's last day is now this one; the engine extends, a stage only hears.
  ///
  /// It is no act and has no number. What a stage judges by the last day it judges anew.
  mutating func extend(to closes: CivilDate)
  /// The outcome, once it has one: the engine then closes the attempt.
  var outcome: Outcome? { get }
  /// Who still owes something, for reminders and the list of what is due.
  var owes: [Owed] { get }
  /// What it hands on so far.
  var given: [Given] { get }
  /// What there is to see.
  var summary: Summary { get }
}

extension Stage {
  /// Not told.
  public static var refusals: [String] { [] }
  /// Nothing.
  public static var takes: [Topic] { [] }
  /// Nothing.
  public static var gives: [Topic] { [] }
  /// None.
  public static var earlier: [any Stage.Type] { [] }
  /// Nothing is wrong.
  public static func faults(in settings: Settings) -> [Fault] { [] }
  /// Any body will do.
  public static func demands(_ settings: Settings) -> [Demand] { [] }
  /// Done in the case itself.
  public static func carrier(_ settings: Settings) -> Carrier? { nil }
  /// Nothing depends on the last day.
  public mutating func extend(to closes: CivilDate) {}
  /// Nobody.
  public var owes: [Owed] { [] }
  /// Nothing.
  public var given: [Given] { [] }
  /// Nothing.
  public var summary: Summary { Summary() }
}

/// Settings of a stage that has none.
public struct NoSettings: Record {
  /// Asks for nothing.
  public init(_ form: inout Form) {}
}

/// What a person does on behalf of a body.
///
/// What is said is what is stored.
public protocol Act<Target>: Record {
  /// The stage it belongs to.
  associatedtype Target: Stage
  /// The word in definitions, scenarios and on the command line: `respond`.
  static var name: String { get }
  /// A verb, as on a button.
  static var title: Text { get }
  /// Whether it may be said before the first day of the stage's window; no more than what a person
  /// is shown, for what is accepted is decided by `faults`.
  static var isPossibleBeforeOpening: Bool { get }
  /// Why it cannot be accepted now; all reasons at once.
  func faults(in stage: Target, _ said: Said) -> [Fault]
  /// Changes the stage. Never fails: it was accepted, perhaps years ago.
  func fold(into stage: inout Target, _ said: Said)
}

extension Act {
  /// Not before the window opens.
  public static var isPossibleBeforeOpening: Bool { false }
  /// Always accepted.
  public func faults(in stage: Target, _ said: Said) -> [Fault] { [] }
}

/// The name and contract level of a stage: `remiss@1`.
public struct StageName: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The name without the level.
  public let name: String
  /// The level, from 1.
  public let level: Int

  /// A name, if the text is `NAME@LEVEL`.
  public init?(_ text: String) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, Name.isName(parts[0].utf8), let level = Int(parts[1]), level > 0,
      String(level) == parts[1]
    else { return nil }
    name = String(parts[0])
    self.level = level
  }

  /// As it is written.
  public var description: String { "\(name)@\(level)" }

  /// By name, then by level.
  public static func < (a: StageName, b: StageName) -> Bool {
    (a.name, a.level) < (b.name, b.level)
  }
}

extension StageName: ExpressibleByStringLiteral {
  /// A name that the author of a stage writes; what is not of the form has level 0, and `check`
  /// and the catalogue refuse it.
  public init(stringLiteral text: String) {
    let parts = text.split(separator: "@")
    name = parts.first.map(String.init) ?? ""
    level = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
  }
}
