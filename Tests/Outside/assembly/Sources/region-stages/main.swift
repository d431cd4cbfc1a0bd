import RegionRegistry
import StageKit

for stage in registeredStages {
  print("\(stage.name): \(stage.title.sv), \(stage.acts.count)")
}
