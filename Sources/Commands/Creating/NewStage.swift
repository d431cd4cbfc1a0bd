import CheckTool
/// A stage to begin from: something is finished, or given up, and one setting asks for a result.
struct NewStage {
  /// The name in definitions, without its level.
  let name: String

  /// The type, and the module's name without its last word: `SecondOpinion` of `second-opinion`.
  var type: String {
    name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// The module.
  var module: String { "\(type)Stage" }

  private var title: String {
    let words = name.replacing("-", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// Types of the kit, and of Swift, that a stage's own type would hide.
  static let hidden: Set = [
    "Act", "Any", "Array", "Attempt", "Ballot", "Bodies", "Body", "Bool", "Character", "Choice",
    "Collection", "Dictionary", "Diagnostic", "Double", "Error", "Example", "Examples", "Fault",
    "Finding", "Fix", "Form", "Given", "Int", "Language", "Mark", "Name", "Never", "Node",
    "Opening", "Optional", "Outcome", "Outcomes", "Owed", "Place", "Prose", "Range", "Record",
    "Registry", "Result", "Said", "Self", "Set", "Settings", "Shape", "Span", "Stage", "String",
    "Substring", "Summary", "Task", "Text", "Topic", "Type", "Value", "Version", "Void", "Word",
  ]

  /// The stage.
  var source: String {
    """
    public import StageKit

    /// Say here in one sentence what happens in this stage.
    public struct \(type): Stage {
      /// What a definition may say under `with:`.
      public struct Settings: Record {
        let result: Bool

        /// Asks for each setting.
        public init(_ form: inout Form) {
          result = form(
            "result", default: false, sv: "Resultatet ska anges", en: "The result must be told")
        }
      }

      /// The name in `uses:`; what it accepts and does is frozen once the stage is released.
      public static let name: StageName = "\(name)@1"
      /// What a person sees.
      public static let title = Text(sv: "\(title)", en: "\(title)")
      /// What it is for.
      public static let help = Text(
        sv: "Något görs klart, eller läggs ned med ett skäl.",
        en: "Something is finished, or given up with a reason.")
      /// Its acts; one that is not listed does not exist.
      public static let acts: [any Act<\(type)>.Type] = [Finish.self, GiveUp.self]

      // A forward outcome goes on by itself; of a diverting one the definition says where it leads.
      static let finished = Outcome.forward("finished", sv: "Klar", en: "Finished")
      static let givenUp = Outcome.diverting("given-up", sv: "Nedlagd", en: "Given up")

      /// Finished or given up, whatever the settings say.
      public static func outcomes(_ settings: Settings) -> [Outcome] { [finished, givenUp] }

      let settings: Settings
      let owner: Body
      /// How it ended, once it has.
      public private(set) var outcome: Outcome?

      /// Opens an attempt.
      public init(_ settings: Settings, _ opening: Opening) {
        self.settings = settings
        owner = opening.owner
      }

      /// The owner owes the finish, and is reminded of it.
      public var owes: [Owed] {
        outcome == nil ? [Owed("finish", by: owner)] : []
      }

      /// What was to be done is done.
      struct Finish: Act {
        static let name = "finish"
        static let title = Text(sv: "Markera som klart", en: "Finish")
        let result: Prose?

        init(_ form: inout Form) {
          result = form("result", in: 1...2_000, sv: "Resultat", en: "Result")
        }

        func faults(in stage: \(type), _ said: Said) -> [Fault] {
          guard stage.settings.result, result == nil else { return [] }
          return [
            Fault(
              "\(name)/no-result", at: "result", sv: "ange resultatet", en: "tell the result")
          ]
        }

        func fold(into stage: inout \(type), _ said: Said) {
          stage.outcome = \(type).finished
        }
      }

      /// It is given up.
      struct GiveUp: Act {
        static let name = "give-up"
        static let title = Text(sv: "Lägg ned", en: "Give up")
        let reason: Prose

        init(_ form: inout Form) {
          reason = form("reason", in: 1...2_000, sv: "Skäl", en: "Reason")
        }

        func fold(into stage: inout \(type), _ said: Said) {
          stage.outcome = \(type).givenUp
        }
      }
    }

    """
  }

  /// Its examples: documentation, and what the tests run.
  var examples: String {
    """
    public import StageKit

    extension \(type) {
      /// One for each outcome, and one for each refusal that a user may meet.
      public static let examples: [Example] = {
        guard let opened = CivilDate("2026-02-02"), let ended = CivilDate("2026-05-04") else {
          return []
        }
        let opening = Opening(on: opened, owner: "region-13")
        return [
          Example(
            sv: "Det görs klart", en: "It is finished", opening: opening,
            steps: [.says("region-13", "finish", "{}", on: ended)], ends: "finished"),
          Example(
            sv: "Resultatet ska anges", en: "The result must be told", settings: "{result: true}",
            opening: opening,
            steps: [
              .refused(
                "region-13", "finish", "{}", on: ended, code: "\(name)/no-result", at: "result"),
              .says("region-13", "finish", "{result: Som väntat}", on: ended),
            ], ends: "finished"),
          Example(
            sv: "Det läggs ned", en: "It is given up", opening: opening,
            steps: [.says("region-13", "give-up", "{reason: Behövs inte längre}", on: ended)],
            ends: "given-up"),
        ]
      }()
    }

    """
  }

  /// Its tests.
  var tests: String {
    """
    import StageKit
    import StageTesting
    import Testing
    import \(module)

    @Suite struct \(type)Tests {
      let bench = StageBench(\(type).self)

      @Test func `the stage keeps what every stage promises`() {
        #expect(bench.contractFaults == [])
      }

      @Test func `nothing that is said at random breaks it`() {
        #expect(bench.firstDifference(inRuns: 200, seed: 1) == nil)
      }

      @Test func `each example goes as it says`() {
        for example in \(type).examples {
          #expect(bench.firstDifference(in: example) == nil)
        }
      }
    }

    """
  }

  /// The files, from the root of a package.
  func files(in root: String) -> [Created.File] {
    [
      Created.File(path: "\(root)Plugins/\(module)/\(type).swift", text: source),
      Created.File(path: "\(root)Plugins/\(module)/\(type)+Examples.swift", text: examples),
      Created.File(path: "\(root)Tests/StagesTests/\(type)Tests.swift", text: tests),
    ]
  }
}
