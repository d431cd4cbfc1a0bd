extension ControlTable {
  /// The rows skipped in a case with these inputs: of the case itself, then of each run's lanes.
  package func skips(_ stages: [StageDefinition], _ inputs: (String) -> String?) -> [Mask] {
    var mine: Mask = 0
    var lanes: [Mask] = []
    for (index, row) in rows.enumerated() {
      if let run = row.run {
        var mask: Mask = 0
        for lane in runs[run].lane.rows.indices
        where !stages[row.stages.lowerBound + lane].conditions.hold(inputs) { mask |= bit(lane) }
        lanes.append(mask)
        guard mask != 0 else { continue }
        // A run in which every lane passes straight through is skipped as a whole.
        var trial = runs[run].lane
        trial.worlds = [mask]
        if trial.start(world: 0).open == 0 { mine |= bit(index) }
      } else if !stages[row.stages.lowerBound].conditions.hold(inputs) {
        mine |= bit(index)
      }
    }
    return [mine] + lanes
  }

  mutating func setWorlds(_ all: [[Mask]]) {
    worlds = all.map { $0[0] }
    for index in runs.indices { runs[index].lane.worlds = all.map { $0[index + 1] } }
  }

  /// The way to open a case that has these inputs; nil when it is none of those the table holds.
  package func world(_ stages: [StageDefinition], _ inputs: (String) -> String?) -> Int? {
    let wanted = skips(stages, inputs)
    return worlds.indices.first { world in
      worlds[world] == wanted[0]
        && runs.indices.allSatisfy { runs[$0].lane.worlds[world] == wanted[$0 + 1] }
    }
  }
}
