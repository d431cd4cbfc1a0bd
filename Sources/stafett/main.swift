import Commands
import StageRegistry

Stafett.main(stages: registeredStages)
