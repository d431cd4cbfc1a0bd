import Located
import PhaseOutStage
import RecommendationStage
import RegionalDecisionStage
import ReviewStage
import StageKit
import Testing

/// A stage with settings, to be tried with anything.
struct StageCase: Sendable, CustomTestStringConvertible {
  let stage: any Stage.Type
  let settings: String
  var taken: [Given] = []

  var testDescription: String { "\(stage.name) \(settings)" }

  static let all = [
    StageCase(stage: Recommendation.self, settings: "{}"),
    StageCase(stage: Recommendation.self, settings: "{wait: closes, council: mtp}"),
    StageCase(stage: RegionalDecision.self, settings: "{}"),
    StageCase(
      stage: RegionalDecision.self, settings: "{}",
      taken: [Version("wait", "2019-03"), Version("refrain", "2019-05")]
        .map { Given(.recommendation, $0) }),
    StageCase(stage: Review.self, settings: "{results: [retire]}"),
    StageCase(stage: PhaseOut.self, settings: "{}"),
    StageCase(stage: PhaseOut.self, settings: "{kind: drug}"),
  ]
}

@Suite struct CouncilStagesTests {
  @Test(arguments: StageCase.all)
  func `whatever is said, the stage holds and its stored acts fold to the same`(
    _ tried: StageCase
  ) throws {
    let acts = StageContract(tried.stage).acts
    var forms = RandomForms(random: Seeded(state: 2019))
    var total = 0
    var ended = 0
    for _ in 0..<150 {
      let opening = Opening(on: .blank, owner: "region-exempel", taken: tried.taken)
      var bench = try AttemptBench(tried.stage, settings: tried.settings, opening)
      for _ in 0..<8 {
        let act = acts[Int.random(in: 0..<acts.count, using: &forms.random)]
        let date = RandomForms.dates.randomElement(using: &forms.random) ?? "2019-03"
        let drawn = forms.form(act.shape)
        let form = try #require(drawn)
        _ = try bench.say(
          act.name, form, on: try #require(CivilDate(date)), by: "region-exempel")
        holds(bench)
      }
      total += bench.accepted
      ended += bench.attempt.outcome == nil ? 0 : 1
    }
    #expect(total > 30)
    #expect(ended > 0)
  }

  private func holds(_ bench: AttemptBench) {
    let attempt = bench.attempt
    if let outcome = attempt.outcome {
      #expect(bench.prepared.outcomes.contains(outcome))
      #expect(attempt.owes.isEmpty)
    } else {
      #expect(!attempt.owes.isEmpty)
    }
    for table in attempt.summary.tables {
      #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    }
  }

  @Test(arguments: StageCase.all)
  func `an act takes at most three required inputs, and a form asks the same keys in each life`(
    _ tried: StageCase
  ) throws {
    for type in acts(of: tried.stage) {
      #expect(type.shape.fields.filter(\.isRequired).count <= 3)
      #expect(type.keysAsked(reading: try node("{}")) == type.shape.fields.map(\.key))
    }
  }

  @Test(arguments: StageCase.all)
  func `every example goes as it is told`(_ tried: StageCase) throws {
    for example in tried.stage.examples {
      var bench = try AttemptBench(tried.stage, settings: example.settings, example.opening)
      for step in example.steps {
        switch step {
        case .says(let body, let act, let form, let on):
          let found = try bench.say(act, node(form), on: on, by: body)
          #expect(found == [], "\(example.title.en): \(act) \(form)")
        case .refused(let body, let act, let form, let on, let code, let place):
          let found = try bench.say(act, node(form), on: on, by: body)
          #expect(found == ["\(place): \(code)"], "\(example.title.en): \(act) \(form)")
        }
      }
      #expect(bench.attempt.outcome?.name == example.ends, "\(example.title.en)")
      #expect(bench.attempt.owes == example.owes, "\(example.title.en)")
    }
  }

  @Test(arguments: StageCase.all)
  func `every outcome ends an example`(_ tried: StageCase) throws {
    let ends = Set(tried.stage.examples.compactMap(\.ends))
    let (prepared, _) = StageContract(tried.stage).prepare(try node(tried.settings))
    for outcome in try #require(prepared).outcomes {
      #expect(ends.contains(outcome.name))
    }
  }

  private func acts<S: Stage>(of stage: S.Type) -> [any Record.Type] { S.acts.map { $0 } }
}
