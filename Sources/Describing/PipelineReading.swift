package import Canonical
package import CivilTime
package import Definitions
package import Located
package import Register

/// A pipeline in plain Swedish or English, for the group that approves it.
///
/// It tells what the engine does, stage by stage, and leaves out no rule that applies.
package struct PipelineReading: Sendable {
  /// A heading with what is to be said under it.
  package struct Section: Sendable, Hashable {
    /// The stage that it is about; nil for what several share.
    package let stage: String?
    package let title: String
    /// What the stage is for.
    package var help: String?
    /// The rules, a sentence or two each.
    package var rules: [String] = []
    /// The outcomes, each with where it leads.
    package var outcomes: [String] = []
  }

  package let title: String
  package let sections: [Section]
  let definition: PipelineDefinition
  let say: Phrasing

  /// Reads a definition aloud as it is on a day: names, windows and the sizes of sets are of that day.
  package init(
    _ definition: PipelineDefinition, organisation: Organisation, on day: CivilDate,
    language: Language
  ) {
    let say = Phrasing(language: language)
    self.definition = definition
    self.say = say
    title = "\(definition.title[language]), version \(definition.version)"
    let naming = Naming(definition: definition, organisation: organisation, day: day, say: say)
    sections = [naming.header] + naming.stageSections + naming.commonSections
  }

  /// The reading as a page of text.
  package var text: String {
    var page = Page()
    page.heading(title, underline: "=")
    for section in sections {
      page.line()
      page.heading(section.title, underline: "-")
      if let help = section.help {
        page.paragraph(help)
        page.line()
      }
      for rule in section.rules { page.paragraph(rule, first: "- ", hanging: "  ") }
      guard !section.outcomes.isEmpty else { continue }
      page.line(say("- Resultat:", "- Outcomes:"))
      for outcome in section.outcomes { page.paragraph(outcome, first: "  * ", hanging: "    ") }
    }
    return page.text
  }

  /// The reading for a machine: the same sentences, by section.
  package var value: Value {
    .record([
      "definition": .text(definition.reference), "hash": .text(definition.hash.description),
      "title": .text(title),
      "sections": .list(
        sections.map { section in
          .record([
            "stage": section.stage.map { .text($0) }, "title": .text(section.title),
            "help": section.help.map { .text($0) },
            "rules": .list(section.rules.map { .text($0) }),
            "outcomes": .list(section.outcomes.map { .text($0) }),
          ])
        }),
    ])
  }
}

// MARK: - What the whole pipeline says

extension Naming {
  var header: PipelineReading.Section {
    var section = PipelineReading.Section(
      stage: nil, title: say("Om processen", "About the pipeline"))
    section.help = definition.help.map { self($0) }
    section.rules = [validity, variant, ownership, opening, product].compactMap { $0 }
    return section
  }

  private var validity: String {
    let from = self(definition.validFrom.written)
    let to = definition.validTo.map { self($0.written) }
    return say(
      "Den här versionen gäller ärenden som öppnas från och med \(from)"
        + (to.map { " till och med \($0)" } ?? "") + ". "
        + "Ett ärende följer den version som det öppnades med, även när en ny tillkommer.",
      "This version holds for cases that are opened from \(from)"
        + (to.map { " until \($0)" } ?? "") + ". "
        + "A case keeps the version it was opened with, also when a new one comes.")
  }

  private var variant: String? {
    definition.region.map {
      say("Den är en egen variant för \(who($0)).", "It is a variant for \(who($0)).")
    }
  }

  private var ownership: String {
    say(
      "Ansvarig är \(who(definition.owner)), om inget annat anges. I en fas får bara den "
        + "ansvariga registrera något, om ingen annan nämns.",
      "The owner is \(who(definition.owner)), unless something else is said. In a stage only its owner "
        + "may act, unless others are named.")
  }

  private var opening: String? {
    var parts: [String] = []
    if !definition.inputs.isEmpty {
      let inputs = definition.inputs.map { input in
        let kind = self(input.type.title)
        let values = input.values.isEmpty ? kind : input.values.joined(separator: ", ")
        let optional = input.isOptional ? say("; får lämnas tomt", "; may be left out") : ""
        // What needs no explanation gets none.
        let isPlain = input.type == .text || kind.lowercased() == self(input.title).lowercased()
        return isPlain && !input.isOptional && input.values.isEmpty
          ? self(input.title).withinSentence
          : "\(self(input.title).withinSentence) (\(values)\(optional))"
      }
      parts.append(
        say(
          "När ett ärende öppnas anges \(say.all(inputs)).",
          "When a case is opened, \(say.all(inputs)) \(inputs.count == 1 ? "is" : "are") given."))
    }
    if !definition.roles.isEmpty {
      let roles = say.all(definition.roles.map(role))
      parts.append(
        say("Då anges också vem som är \(roles).", "Then it is also settled who is \(roles)."))
    }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private var product: String {
    let key = say.all(definition.key.map(input))
    return say(
      "Ärenden med samma \(key) hör ihop: den första utgåvan och varje revidering. "
        + "Bara ett av dem åt gången får vara under arbete.",
      "Cases with the same \(key) belong together: the first edition and each revision. "
        + "Only one of them at a time may be in preparation.")
  }
}

// MARK: - What several stages share

extension Naming {
  var commonSections: [PipelineReading.Section] {
    [deadlines, rework, force].compactMap { $0 }
  }

  private var deadlines: PipelineReading.Section {
    var section = PipelineReading.Section(
      stage: nil, title: say("Sista dag, påminnelser och förlängning", "Last days and reminders"))
    let patterns = stages.map { ReminderPattern($0) }
    if let common = commonReminders {
      let isForAll = patterns.allSatisfy { $0 == common }
      let scope =
        isForAll ? "" : say(" Det gäller om inget annat anges.", " Unless a stage says otherwise.")
      section.rules.append((said(common) ?? noReminders) + scope)
    }
    section.rules.append(
      say(
        "Sista dag räknas ut en gång, när fasen öppnas, och skälet sparas. Den flyttas bara genom att "
          + "någon förlänger den och anger skäl. Ärendet går aldrig vidare bara för att dagen har passerat.",
        "A last day is computed once, when the stage opens, and the reason is kept. It is moved only "
          + "by someone who extends it and says why. That it passes never moves a case on."))
    return section
  }

  private var rework: PipelineReading.Section? {
    let lanes = table.runs.map(\.lane)
    let isBack = ([table] + lanes).flatMap(\.exits).contains {
      if case .sendBack = $0.effect { true } else { false }
    }
    guard isBack else { return nil }
    var section = PipelineReading.Section(
      stage: nil, title: say("När arbetet går tillbaka", "When work is sent back"),
      rules: [
        say(
          "Den fas som arbetet går tillbaka till och de som följer på den görs om. Tidigare omgångar "
            + "finns kvar och går alltid att läsa.",
          "The stage that work goes back to and those that follow it are done again. Earlier attempts "
            + "are kept and can always be read."),
        say(
          "Antalet gånger räknas över hela ärendet och börjar aldrig om. När gränsen är nådd går "
            + "resultatet inte att välja.",
          "The number of times is counted over the whole case and never starts over. At the limit the "
            + "outcome cannot be chosen."),
      ])
    let mayMiss = table.exits.contains { exit in
      if case .sendBack(let target) = exit.effect {
        table.worlds.contains { $0.has(target) }
      } else {
        false
      }
    }
    if mayMiss {
      section.rules.append(
        say(
          "Ingår fasen inte i ärendet fortsätter arbetet med det som följer på den. Skulle det leda "
            + "raka vägen tillbaka går resultatet inte att välja.",
          "If that stage is no part of the case, work goes on to what follows it. Where that would "
            + "lead straight back, the outcome cannot be chosen."))
    }
    return section
  }

  private var force: PipelineReading.Section? {
    guard table.force != 0 else { return nil }
    var section = PipelineReading.Section(
      stage: nil, title: say("Den gällande versionen", "The version in force"))
    section.rules.append(
      say(
        "Högst en version gäller åt gången. En ny ersätter den förra i samma stund som den börjar "
          + "gälla, och ingen version slutar gälla bara för att nästa är under arbete.",
        "At most one version is in force at a time. A new one replaces it at the moment it comes into "
          + "force, and no version ceases because the next is being prepared."))
    let runs = table.runRows.indices.map { numbers(table.rows[$0].stages) }
    let trailing =
      runs.isEmpty
      ? ""
      : say(
        " De som inte är klara med \(say.all(runs)) fortsätter i egen takt.",
        " Those who are not done with \(say.all(runs)) go on at their own pace.")
    section.rules.append(
      say(
        "Det ärende som hade den förra versionen avslutas då.",
        "The case that had the former version is closed then.") + trailing)
    if table.exits.contains(where: { $0.effect == .end }) {
      section.rules.append(
        say(
          "Att ett ärende avslutas upphäver aldrig den version som gäller.",
          "That a case is closed never takes a version out of force."))
    }
    return section
  }
}
