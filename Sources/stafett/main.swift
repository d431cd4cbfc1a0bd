import Commands
import StageRegistry

await Stafett.main(stages: registeredStages)
