package import Canonical
import CivilTime
import Lifecycle
import Located
import StageKit

extension CaseView {
  /// Keys: `today`, `case`, `product`, `title`, `kind`, `kind-title`, `pipeline`, `pipeline-title`,
  /// `edition`, `opened-by`, `opened`, `from`, `led-to`, `owner`, `owner-name`, `status`, `closed`, `version`,
  /// `replaced-by`, `in-force` (`case`, `stage`, `attempt`, `outcome`, `applies-from`); `inputs`
  /// (`name`, `title`, `value`); `roles` (`name`, `body`, `body-name`); `tasks` that it was tagged with
  /// (`task`, `title`, `body`, `body-name`); `stages`, `details`, `readable`,
  /// `runs`, `earlier` (where the version before offers something), `possible`, `blocked` as their builders below say; `unreadable`, texts.
  package var json: Value {
    .record([
      "today": today.json, "case": .text(caseID), "product": .text(product), "title": title.json,
      "kind": .text(kind), "kind-title": kindTitle.json, "pipeline": .text(pipeline),
      "pipeline-title": pipelineTitle.json, "edition": .whole(edition),
      "opened-by": .text(openedBy), "opened": opened.json, "from": from.map { .text($0) },
      "led-to": .list(ledTo.map { .text($0) }),
      "owner": .text(owner), "owner-name": ownerName.json, "status": .text(status.rawValue),
      "closed": closed?.json, "version": version.map { .text($0.rawValue) },
      "replaced-by": replacedBy.map { .text($0) }, "in-force": inForceValue,
      "inputs": .list(
        inputs.map {
          .record(["name": .text($0.name), "title": $0.title.json, "value": .text($0.value)])
        }),
      "roles": .list(
        roles.map {
          .record(["name": .text($0.name), "body": .text($0.body), "body-name": $0.bodyName.json])
        }),
      "tasks": tasks.isEmpty
        ? nil
        : .list(
          tasks.map {
            .record([
              "task": .text($0.id), "title": $0.title.json, "body": .text($0.body),
              "body-name": $0.bodyName.json,
            ])
          }),
      "stages": .list(stages.map(\.json)), "details": .list(details.map(\.json)),
      "readable": .list(readable.map(\.json)),
      "runs": .list(runs.map(\.json)),
      "earlier": earlier.isEmpty ? nil : .list(earlier.map(\.json)),
      "possible": .list(possible.map(\.json)),
      "blocked": .list(blocked.map(\.json)), "unreadable": .list(unreadable.map(\.json)),
    ])
  }

  private var inForceValue: Value? {
    inForce.map { version in
      .record([
        "case": .text(version.caseID), "stage": .text(version.stage),
        "attempt": .whole(version.attempt), "outcome": .text(version.outcome),
        "applies-from": version.appliesFrom.json,
      ])
    }
  }
}

extension CaseView.StageRow {
  /// Keys: `stage`, `title`, `status`, `done-before` (another had left it), `attempt`, `owner`, `owner-name`, `deadline` (``Remaining``),
  /// `opened`, `closed`, `outcome`, `outcome-title`, `line`, `last-by`, `last-by-name`, `last-on`,
  /// `assigned`.
  fileprivate var json: Value {
    .record([
      "stage": .text(id), "title": title.json, "status": .text(status.rawValue),
      "done-before": wasDoneBefore ? .flag(true) : nil,
      "attempt": attempt.map { .whole($0) }, "owner": .text(owner), "owner-name": ownerName.json,
      "deadline": remaining?.json, "opened": opened?.json, "closed": closed?.json,
      "outcome": outcome.map { .text($0) }, "outcome-title": outcomeTitle?.json,
      "line": line?.json, "last-by": lastBy.map { .text($0) },
      "last-by-name": lastByName?.json, "last-on": lastOn?.json,
      "assigned": assigned.map { .text($0) },
    ])
  }
}

extension CaseView.Reading {
  /// Keys: `stage`, `attempt`, `is-latest`, `lane`.
  fileprivate var json: Value {
    .record([
      "stage": .text(stage), "attempt": .whole(attempt), "is-latest": .flag(isLatest),
      "lane": lane.map { .text($0) },
    ])
  }
}

extension CaseView.Detail {
  /// Keys: `stage`, `title`, `facts` (`title`, `value`), `tables`: `table`, `title`, `columns` (`key`,
  /// `title`) and `rows`, each by the columns' keys.
  var json: Value {
    .record([
      "stage": .text(stage), "title": title.json,
      "facts": .list(facts.map { .record(["title": $0.title.json, "value": $0.value.json]) }),
      "tables": .list(
        tables.map { table in
          .record([
            "table": .text(table.key), "title": table.title.json,
            "columns": .list(
              table.columns.map { .record(["key": .text($0.key), "title": $0.title.json]) }),
            "rows": .list(
              table.rows.map { row in
                .record(
                  zip(table.columns, row).compactMap { column, cell in
                    cell.json.map { Value.Field(column.key, $0) }
                  })
              }),
          ])
        }),
    ])
  }
}

extension CaseView.RunSummary {
  /// Keys: `set`, `set-title`, `stages`, `counts` (`status`, `count`), `lanes`, `done`, `needed`,
  /// `trailing`, `offered`.
  fileprivate var json: Value {
    .record([
      "set": .text(set), "set-title": setTitle.json, "stages": .list(stages.map { .text($0) }),
      "counts": .list(
        counts.map { .record(["status": .text($0.status.rawValue), "count": .whole($0.count)]) }),
      "lanes": .whole(lanes), "done": .whole(done), "needed": .whole(needed),
      "trailing": .flag(isTrailing), "offered": .list(offered.map { .text($0) }),
    ])
  }
}

extension PossibleAct {
  /// Keys: `stage`, `stage-title`, `lanes`, `act`, `title`, `required` (`key`, `title`), `may`,
  /// `may-names`.
  fileprivate var json: Value {
    .record([
      "stage": stage.map { .text($0) }, "stage-title": stageTitle?.json,
      "lanes": lanes.map { .list($0.map { .text($0) }) }, "act": .text(act), "title": title.json,
      "required": .list(
        required.map { .record(["key": .text($0.key), "title": $0.title.json]) }),
      "may": .list(may.map { .text($0) }), "may-names": .list(mayNames.map(\.json)),
    ])
  }
}

extension BlockedStage {
  /// Keys: `stage`, `title`, `outcome`, `act`, `code`, `why`.
  fileprivate var json: Value {
    .record([
      "stage": .text(stage), "title": title.json, "outcome": outcome.map { .text($0) },
      "act": act.map { .text($0) }, "code": .text(code), "why": why.json,
    ])
  }
}
