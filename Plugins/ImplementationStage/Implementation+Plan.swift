import StageKit

extension Implementation {
  /// Something to be done, as it was last said.
  struct Task: Sendable, Equatable {
    let title: String
    var owner: String?
    var due: CivilDate?
    var isDone: Bool

    var standing: Text {
      isDone ? Text(sv: "Klar", en: "Done") : Text(sv: "Pågår", en: "Open")
    }
  }

  /// Registers tasks; one named again is changed where the row says something.
  struct Plan: Act {
    static let name = "plan"
    static let title = Text(sv: "Uppdatera handlingsplanen", en: "Update the plan")
    let rows: [Row]

    /// A task of the plan.
    struct Row: Record {
      let task: String
      let owner: String?
      let due: CivilDate?
      let isDone: Bool?

      init(_ form: inout Form) {
        task = form("task", in: 1...500, sv: "Aktivitet", en: "Task")
        owner = form("owner", in: 1...200, sv: "Ansvarig", en: "Responsible")
        due = form("due", sv: "Klar senast", en: "Due")
        isDone = form("done", sv: "Klar", en: "Done")
      }
    }

    init(_ form: inout Form) {
      rows = form("rows", in: 1...500, sv: "Handlingsplan", en: "Plan")
    }

    func faults(in stage: Implementation, _ said: Said) -> [Fault] {
      stage.alreadyFinished
        + rows.repeated("task", by: \.task, code: "implementation/repeated-task")
    }

    func fold(into stage: inout Implementation, _ said: Said) {
      for row in rows {
        let index =
          stage.tasks.firstIndex { $0.title == row.task } ?? stage.tasks.endIndex
        if index == stage.tasks.endIndex {
          stage.tasks.append(Task(title: row.task, isDone: false))
        }
        // What a row leaves out stays as it was: who moves a date does not undo the task.
        stage.tasks[index].owner = row.owner ?? stage.tasks[index].owner
        stage.tasks[index].due = row.due ?? stage.tasks[index].due
        stage.tasks[index].isDone = row.isDone ?? stage.tasks[index].isDone
      }
    }
  }
}
