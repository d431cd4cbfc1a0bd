/// A short story of one attempt, told in the words a user types: documentation and test at once.
public struct Example: Sendable {
  /// Something said in it.
  public enum Step: Sendable {
    /// Accepted: who, which act, its fields as YAML, when.
    case says(Body, String, String, on: CivilDate)
    /// Refused with a code at a place of the form.
    case refused(Body, String, String, on: CivilDate, code: String, at: Place = [])
    /// The engine extends the deadline.
    case extended(to: CivilDate)
  }

  /// What it shows.
  public let title: Text
  /// The settings as YAML.
  public let settings: String
  /// How the attempt opens.
  public let opening: Opening
  /// What is said.
  public let steps: [Step]
  /// The name of the outcome it ends with; nil when it is still open.
  public let ends: String?
  /// Who owes something at the end.
  public let owes: [Owed]

  /// A story.
  public init(
    sv: String, en: String, settings: String = "{}", opening: Opening, steps: [Step],
    ends: String? = nil, owes: [Owed] = []
  ) {
    title = Text(sv: sv, en: en)
    self.settings = settings
    self.opening = opening
    self.steps = steps
    self.ends = ends
    self.owes = owes
  }
}
