import CheckTool
import StageRegistry

Check.main(stages: registeredStages)
