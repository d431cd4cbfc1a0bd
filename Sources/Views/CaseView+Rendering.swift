import CivilTime
import Lifecycle
import Located
import StageKit

extension CaseView {
  package var page: Page {
    var blocks: [Page.Block] = [
      .title(Text(sv: "\(title.sv) (\(caseID))", en: "\(title.en) (\(caseID))")), .facts(header),
    ]
    blocks += unreadable.map {
      .paragraph(Text(sv: "Går bara att läsa: \($0.sv)", en: "Can only be read: \($0.en)"))
    }
    blocks += [.heading(Text(sv: "Faser", en: "Stages")), .table(stageTable)]
    if let howToRead { blocks.append(.paragraph(howToRead)) }
    let reasons = stages.compactMap { stage in
      stage.status == .open ? stage.remaining.map { Page.Fact(stage.title, $0.because) } : nil
    }
    if !reasons.isEmpty {
      blocks.append(.heading(Text(sv: "Sista dagar", en: "Last days")))
      blocks.append(.facts(reasons))
    }
    for detail in details { blocks += self.blocks(of: detail) }
    if !runs.isEmpty {
      blocks.append(.heading(Text(sv: "Per region eller motsvarande", en: "By member")))
      blocks.append(.facts(runs.map { Page.Fact($0.setTitle, $0.text) }))
      blocks += earlier.map { .paragraph($0.text(in: caseID)) }
    }
    if !possible.isEmpty {
      blocks.append(.heading(Text(sv: "Det här kan du göra nu", en: "What can be done now")))
      blocks.append(.table(possibleTable))
    }
    if !blocked.isEmpty {
      blocks.append(.heading(Text(sv: "Det här går inte nu", en: "What cannot be done now")))
      blocks.append(
        .table(
          TextTable(
            [.init(Phrase.stage), .init(Text(sv: "Varför", en: "Why"))],
            rows: blocked.map { [$0.title, $0.why] })))
    }
    return Page(blocks)
  }

  private var header: [Page.Fact] {
    var facts = [
      Page.Fact(Phrase.subject, kindTitle),
      Page.Fact(
        Phrase.pipeline,
        Text(sv: "\(pipelineTitle.sv) (\(pipeline))", en: "\(pipelineTitle.en) (\(pipeline))")),
      Page.Fact(Phrase.status, standing),
      // A group has no version: what is in force of it is the group itself.
      Page.Fact(
        kind == "group"
          ? Text(sv: "Aktiv", en: "Active") : Text(sv: "Gällande version", en: "Version in force"),
        versionText),
      Page.Fact(Phrase.owner, ownerName),
      Page.Fact(Text(sv: "Öppnat", en: "Opened"), openedText),
    ]
    if !ledTo.isEmpty {
      facts.append(Page.Fact(Text(sv: "Ledde till", en: "Led to"), ledTo.map { Text($0) }.listed))
    }
    facts += inputs.map { Page.Fact($0.title, $0.written) }
    facts += roles.map { Page.Fact($0.title, $0.bodyName) }
    facts += tasks.map { task in
      Page.Fact(Phrase.task, [task.bodyName, task.title].joined(": "))
    }
    return facts
  }

  private var standing: Text {
    let word = Text.standing(status, version, replacedBy: replacedBy)
    // The board has one word for it; here is room for what became of the case as well.
    let all = status == .closed && word != status.label ? [status.label, word] : [word]
    return (all + (closed.map { [Text("\($0)")] } ?? [])).listed
  }

  private var versionText: Text {
    guard let inForce else { return Text(sv: "Ingen", en: "None") }
    let since = Text(
      sv: "sedan \(inForce.appliesFrom), ärende \(inForce.caseID)",
      en: "since \(inForce.appliesFrom), case \(inForce.caseID)")
    let label = inForceLabel.map { Text($0) }
    let named = [label, inForceOutcome].compactMap { $0 }.joined(": ")
    return named.isEmpty ? since : [named, since].listed
  }

  private var openedText: Text {
    let from = from.map { Text(sv: ", efter \($0)", en: ", after \($0)") } ?? Text("")
    return Text(
      sv: "\(opened), utgåva \(edition)\(from.sv)", en: "\(opened), edition \(edition)\(from.en)")
  }

  private var stageTable: TextTable {
    TextTable(
      [
        .init(Phrase.stage), .init(Phrase.status, rigid: true), .init(Phrase.owner),
        .init(Phrase.lastDay, rigid: true), .init(Text(sv: "Resultat", en: "Outcome")),
        .init(Text(sv: "Senast registrerat", en: "Last registered")),
      ],
      rows: stages.map { stage in
        let numbered = stage.attempt.map { $0 > 1 ? [Phrase.attempt($0)] : [] } ?? []
        let said = [stage.lastByName, stage.lastOn.map { Text("\($0)") }].compactMap { $0 }
        let hands = stage.assignedName.map {
          [Text(sv: "handläggs av \($0)", en: "handled by \($0)")]
        }
        return [
          ([stage.title] + numbered).listed, stage.statusLabel,
          ([stage.ownerName] + (hands ?? [])).listed, stage.remaining?.short ?? Text(""),
          stage.outcomeTitle ?? stage.line ?? Text(""), said.listed,
        ]
      })
  }

  private var howToRead: Text? {
    guard !readable.isEmpty else { return nil }
    let all = readable.map(\.word)
    let words = all.indices.filter { !all[..<$0].contains(all[$0]) }.map { Text(all[$0]) }.listed
    return Text(
      sv: "Läs det som registrerats tidigare med: stafett show \(caseID) FAS (\(words.sv))",
      en: "Read what was registered earlier with: stafett show \(caseID) STAGE (\(words.en))")
  }

  private func blocks(of detail: Detail) -> [Page.Block] {
    [.heading(detail.title)] + detail.blocks
  }

  private var possibleTable: TextTable {
    TextTable(
      [
        .init(Phrase.stage), .init(Text(sv: "Att göra", en: "To do")),
        .init(Text(sv: "Ange", en: "Give")), .init(Text(sv: "Vem får", en: "Who may")),
      ],
      rows: possible.map { act in
        [
          act.stageTitle ?? Phrase.caseID, act.title, act.required.map(\.title).listed,
          act.mayNames.listed,
        ]
      })
  }
}

extension CaseView.StageRow {
  fileprivate var statusLabel: Text { wasDoneBefore ? Phrase.doneBefore : status.label }
}

extension CaseView.Detail {
  /// Its facts, then its tables.
  var blocks: [Page.Block] {
    let told: [Page.Block] =
      facts.isEmpty ? [] : [.facts(facts.map { Page.Fact($0.title, $0.value) })]
    return told
      + tables.flatMap { table -> [Page.Block] in
        [
          .heading(table.title),
          .table(
            TextTable(
              table.columns.map { TextTable.Column($0.title) },
              rows: table.rows.map { $0.map(\.text) }
            )
            .withoutEmptyColumns),
        ]
      }
  }
}

extension CaseView.RunSummary {
  // What has come of the lanes, and when the case goes on.
  fileprivate var text: Text {
    let told = counts.map { status, count in
      Text(sv: "\(status.label.sv) \(count)", en: "\(status.label.en) \(count)")
    }.joined(" · ")
    if isTrailing { return told }
    return Text(
      sv: told.sv + ". Det nationella arbetet går vidare när \(needed) av \(lanes) är klara",
      en: told.en + ". The case goes on when \(needed) of \(lanes) are done")
  }
}

extension Remaining {
  var short: Text {
    guard let label else { return Text("\(lastDay)") }
    return Text(sv: "\(lastDay)\n\(label.sv)", en: "\(lastDay)\n\(label.en)")
  }

  fileprivate var because: Text {
    Text(sv: "\(lastDay): \(why.sv)", en: "\(lastDay): \(why.en)")
  }
}
