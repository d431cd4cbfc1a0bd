import Definitions
import FlowTesting
import RandomTesting
import StageKit
import Testing

/// The control table against the rules read literally, state by state.
@Suite struct TableTests {
  @Test func `the table says what the rules say, in every state of small definitions`() throws {
    let seed = SeededRandom.seed
    var (states, moves, whole) = (0, 0, 0)
    let definitions = 60 * SeededRandom.volume
    for run in 0..<definitions {
      var random = SeededRandom(seed, run: run)
      let text = DefinitionMaker.text(id: "small", &random, isSmall: true)
      let definition = try TrialGround.definition(text)
      let explored = try compare(definition, text, members: run % 3 + 1, keeping: run % 2 == 0)
      states += explored.states
      moves += explored.moves
      whole += explored.isWhole ? 1 : 0
    }
    print("table: \(definitions) definitions, \(states) states, \(moves) moves, \(whole) whole")
    #expect(whole * 2 > definitions)
    #expect(moves > states)
  }

  private struct Explored {
    var states = 0
    var moves = 0
    var isWhole = true
  }

  private struct Pair: Hashable {
    let literal: LiteralFlow.State
    let table: TableFlow.State
  }

  private struct Parted: Error, CustomStringConvertible {
    let description: String
  }

  private func compare(
    _ definition: PipelineDefinition, _ text: String, members: Int, keeping: Bool
  ) throws -> Explored {
    var explored = Explored()
    for inputs in ways(definition) {
      guard let world = definition.table.world(definition.stages, { inputs[$0] }) else {
        throw Parted(description: "no way to open with \(inputs)\n\(text)")
      }
      let literal = LiteralFlow(definition, members: members, inputs: inputs)
      let table = TableFlow(definition: definition, members: members, world: world)
      var seen: Set<Pair> = []
      var paths: [(pair: Pair, path: [LiteralFlow.Move])] = [
        (Pair(literal: literal.start(), table: table.start()), [])
      ]
      seen.insert(paths[0].pair)
      while let (pair, path) = paths.popLast() {
        explored.states += 1
        guard explored.states < 700 else {
          explored.isWhole = false
          return explored
        }
        func part(_ what: String) -> Parted {
          Parted(description: "\(what)\nafter \(path), members \(members), \(inputs)\n\(text)")
        }
        let open = literal.open(pair.literal)
        guard open == table.open(pair.table) else {
          throw part("open: the rules say \(open), the table \(table.open(pair.table))")
        }
        for stage in open {
          let names = definition.stage(stage.stage).map { definition.stages[$0].prepared.outcomes }
          for outcome in (names ?? []).map({ Optional($0.name) }) + [nil] {
            let move = LiteralFlow.Move(stage: stage.stage, member: stage.member, outcome: outcome)
            let next = literal.after(move, pair.literal, keeping: keeping)
            let other = table.after(move, pair.table, keeping: keeping)
            guard (next == nil) == (other == nil) else {
              throw part(
                "\(move): the rules \(next == nil ? "refuse" : "accept"), the table does not")
            }
            guard let next, let other else { continue }
            explored.moves += 1
            let pair = Pair(literal: next, table: other)
            if seen.insert(pair).inserted { paths.append((pair, path + [move])) }
          }
        }
      }
    }
    return explored
  }

  private func ways(_ definition: PipelineDefinition) -> [[String: String]] {
    var all = [["edition": "first", "opened-by": "opened"]]
    all += definition.openedBy.map { ["edition": "revision", "opened-by": $0] }
    return all.flatMap { way in
      ["small", "large"].map { way.merging(["size": $0]) { $1 } }
    }
  }
}
