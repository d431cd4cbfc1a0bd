import Located
import StageKit

// The stage behind `uses:`: unknown, known but not in this build, of no level or of another.

extension DefinitionRules {
  mutating func contract(_ stage: StageForm) -> StageContract? {
    let written = stage.uses.value
    // Blank after a fault of its own.
    guard let node = stage.uses.node else { return nil }
    if let contract = reader.stages.contract(written) { return contract }
    let name =
      written.split(separator: "@", omittingEmptySubsequences: false).first.map(String.init) ?? ""
    let levels = reader.stages.levels(of: name)
    guard let latest = levels.last else {
      reportUnknown(node, written, name)
      return nil
    }
    guard let wanted = StageName(written) else {
      report(
        node, "stage/unpinned", "ange vilken nivå av fasen som gäller: \(latest)",
        "say which level of the stage: \(latest)",
        help: Text(
          sv:
            "nivån låser vad fasen kan ställas in på och leda till, också när programmet får en nyare",
          en: "the level fixes what can be set and what may come of it, even in a newer program"),
        fixes: [node.replaced(by: latest.description, isSafe: levels.count == 1)])
      return nil
    }
    guard let contract = reader.stages[wanted] else {
      let all = levels.map(\.description).joined(separator: ", ")
      let isNewer = wanted.level > latest.level
      report(
        node, "stage/version", "\(wanted) finns inte i det här programmet, som har \(all)",
        "\(wanted) is not in this program, which has \(all)",
        help: isNewer
          ? Text(
            sv: "använd ett nyare program, eller skriv \(latest)",
            en: "use a newer program, or write \(latest)")
          : Text(sv: "skriv \(latest)", en: "write \(latest)"),
        fixes: [node.replaced(by: latest.description, isSafe: false)])
      return nil
    }
    return contract
  }

  private mutating func reportUnknown(_ node: Node, _ written: String, _ name: String) {
    let names = unique(reader.stages.contracts.map(\.name.name))
    let help = Text(
      sv: "här finns \(names.joined(separator: ", "))",
      en: "known here: \(names.joined(separator: ", "))")
    let contracts = reader.stages.contracts
    let near = suggestions(for: name, among: names) { name in
      contracts.first { $0.name.name == name }?.title
    }
    if !near.isClose {
      let absent = StageFamily.names.filter { !names.contains($0) }
      if let known = absent.first(where: { $0 == name })
        ?? suggestions(for: name, among: absent).first
      {
        reportAbsent(node, name, known, help)
        return
      }
    }
    let fix = near.first.map { first in
      let level =
        written.contains("@")
        ? String(written.drop { $0 != "@" })
        : "@" + (reader.stages.levels(of: first).last?.level.description ?? "1")
      return node.replaced(by: first + level, isSafe: near.isCertain)
    }
    report(
      node, "stage/unknown", "ingen fas heter '\(name)'" + (near.question?.sv ?? ""),
      "no stage is named '\(name)'" + (near.question?.en ?? ""),
      help: near.names.isEmpty ? help : nil,
      fixes: fix.map { [$0] } ?? [])
  }

  private mutating func reportAbsent(
    _ node: Node, _ name: String, _ known: String, _ help: Text
  ) {
    let module = StageFamily.module(of: known)
    report(
      node, "stage/not-in-build",
      name == known
        ? "fasen '\(known)' hör till Stafett men ingår inte i det här programmet"
        : "ingen fas heter '\(name)'; '\(known)' hör till Stafett men ingår inte i det här programmet",
      name == known
        ? "the stage '\(known)' belongs to Stafett but is not in this program"
        : "no stage is named '\(name)'; '\(known)' belongs to Stafett but is not in this program",
      help: Text(
        sv: "använd ett program där \(module) ingår; \(help.sv)",
        en: "use a program with \(module); \(help.en)"))
  }

  private func unique(_ names: [String]) -> [String] {
    names.enumerated().filter { $0.offset == 0 || names[$0.offset - 1] != $0.element }
      .map(\.element)
  }
}

extension Finding {
  /// The same about a key of a stage's settings that the stage itself knows, or another kind of
  /// stage.
  func placed(inSettingsOf contract: StageContract, _ stage: Node, _ all: [StageContract])
    -> Finding
  {
    guard let key = unknownKey else { return self }
    if StageForm.keys.contains(key) {
      return misplaced(
        "hör till fasen, inte till with:", "belongs to the stage, not to with:", out: "with",
        of: stage)
    }
    guard fault.replacement == nil,
      let other = all.first(where: { $0.settings.fields.contains { $0.key == key } })
    else { return self }
    return misplaced(
      "är en inställning för \(other.name), inte för \(contract.name)",
      "is a setting of \(other.name), not of \(contract.name)",
      help: Text(
        sv: "ta bort raden, eller byt fas i uses:",
        en: "remove the line, or change the stage in uses:"))
  }

  /// The same about a key of a stage that its settings know, or the pipeline.
  func placed(inStage form: StageForm, _ stage: Node, _ stages: StageCatalogue) -> Finding {
    guard let key = unknownKey else { return self }
    let fields = StageName(form.uses.value).flatMap { stages[$0] }?.settings.fields ?? []
    let keys = fields.map(\.key)
    if keys.contains(key) {
      let moved = misplaced(
        "är en inställning: den hör hemma under with:", "is a setting: it belongs under with:",
        help: Text(sv: "flytta in raden under with:", en: "indent the line below with:"))
      return Finding(node, moved.fault, fixes: node.movingIn(to: "with", in: stage))
    }
    if PipelineForm.keys.contains(key) {
      return misplaced(
        "hör till processen, inte till en fas", "belongs to the pipeline, not to a stage",
        help: Text(
          sv: "flytta raden till filens yttersta nivå",
          en: "move the line to the outermost level of the file"))
    }
    guard fault.replacement == nil else { return self }
    let near = suggestions(for: key, among: keys) { key in fields.first { $0.key == key }?.title }
    guard let first = near.first, near.isClose else { return self }
    return misplaced(
      "är okänd här, menar du inställningen '\(first)' under with:?",
      "is unknown here, did you mean the setting '\(first)' under with:?")
  }

  /// The same about a key of the pipeline that a stage knows.
  func placedInPipeline() -> Finding {
    guard let key = unknownKey, StageForm.keys.contains(key) else { return self }
    return misplaced(
      "hör till en fas, inte till processen", "belongs to a stage, not to the pipeline",
      help: Text(
        sv: "flytta in raden under sin fas i stages:",
        en: "indent the line below its stage in stages:"))
  }
}

extension [Finding] {
  /// The same with the first ones changed: those beyond are a file made to be slow.
  func firstMapped(_ change: (Finding) -> Finding) -> [Finding] {
    prefix(Suggestions.worthwhile).map(change) + dropFirst(Suggestions.worthwhile)
  }
}
