import Located
import StageKit

extension StageBench {
  /// What breaks a rule that every stage keeps, each in a sentence; empty for a good stage.
  ///
  /// Its examples hold and there is one for each outcome; names are kebab-case and no reader of YAML
  /// takes them for a truth or a number; titles and helps are there in both languages; an act asks
  /// for at most three things; a form asks for the same keys in each of its lives.
  public var contractFaults: [String] {
    let examples = contract.examples.compactMap { firstDifference(in: $0) }
    let all = nameFaults + textFaults + formFaults + outcomeFaults + codeFaults + examples
    return all.enumerated().filter { !all[..<$0].contains($1) }.map(\.element)
  }

  private var nameFaults: [String] {
    var faults: [String] = []
    if contract.name.level < 1 { faults.append("'\(contract.name)' is not NAME@LEVEL") }
    faults += words.filter { !$0.isGood }.map { "'\($0)' is no name that all read alike" }
    if contract.acts.isEmpty { faults.append("it has no acts") }
    let names = contract.acts.map(\.name)
    for (index, name) in names.enumerated() where names[..<index].contains(name) {
      faults.append("two acts are named '\(name)'")
    }
    faults += names.filter { EngineActs.names.contains($0) }
      .map { "every stage has the act '\($0)' already" }
    let isCarried = contract.examples.contains { prepared(under: $0)?.carrier != nil }
    faults += [Carrier.acts.begun, Carrier.acts.ended].filter { isCarried && !names.contains($0) }
      .map { "it is carried on in cases of their own, and has no act '\($0)' to learn of them" }
    let levels = contract.type.earlier.map { $0.name }
    faults += levels.filter { $0.name != contract.name.name || $0 >= contract.name }
      .map { "\($0) is no earlier level of \(contract.name)" }
    return faults
  }

  /// Every word that a definition, a command line or a scenario may hold.
  private var words: [String] {
    [contract.name.name] + contract.settings.words
      + contract.acts.flatMap { [$0.name] + $0.shape.words } + outcomes.map(\.name)
  }

  private var textFaults: [String] {
    var texts: [(String, Text)] = [("the title", contract.title), ("the help", contract.help)]
    texts += contract.settings.titles.map { ("the title of \($0)", $1) }
    for act in contract.acts {
      texts.append(("the title of \(act.name)", act.title))
      texts += act.shape.titles.map { ("the title of \(act.name).\($0)", $1) }
    }
    texts += outcomes.map { ("the title of outcome \($0.name)", $0.title) }
    texts += contract.examples.map { ("the title of an example", $0.title) }
    let helps =
      [("the help", contract.help)] + contract.settings.helps.map { ("the help of \($0)", $1) }
      + contract.acts.flatMap { act in
        act.shape.helps.map { ("the help of \(act.name).\($0)", $1) }
      }
    return (texts + helps).filter { $0.1.sv.isEmpty || $0.1.en.isEmpty }
      .map { "\($0.0) is empty in a language" }
      + helps.filter { !$0.1.sv.hasSuffix(".") || !$0.1.en.hasSuffix(".") }
      .map { "\($0.0) does not end with a full stop in both languages" }
  }

  private var formFaults: [String] {
    var faults: [String] = []
    for act in contract.acts {
      let required = act.shape.fields.filter(\.isRequired).map(\.key)
      if required.count > 3 {
        faults.append("\(act.name) asks for more than three: \(required.joined(separator: ", "))")
      }
    }
    return faults + formsThatDiffer(contract.type)
  }

  private var outcomeFaults: [String] {
    if contract.examples.isEmpty { return ["it has no examples"] }
    let all = outcomes
    if all.isEmpty { return ["it has no outcomes"] }
    var faults: [String] = []
    for example in contract.examples {
      let names = outcomes(under: example).map(\.name)
      for (index, name) in names.enumerated() where names[..<index].contains(name) {
        faults.append("two outcomes are named '\(name)'")
      }
    }
    return faults
      + all.filter { outcome in !contract.examples.contains { $0.ends == outcome.name } }
      .map { "no example ends with '\($0.name)'" }
  }

  /// Codes are permanent names, and belong to the stage or to the forms it is made of.
  private var codeFaults: [String] {
    contract.examples.flatMap(\.steps).compactMap { step in
      guard case .refused(_, _, _, _, let code, _) = step else { return nil }
      let parts = code.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      let owners = [contract.name.name, "schema", "yaml"]
      guard parts.count == 2, owners.contains(parts[0]), parts[1].isGood else {
        return "'\(code)' is not \(contract.name.name)/WHAT"
      }
      return nil
    }
  }

  /// All outcomes that the settings of the examples offer, each once.
  private var outcomes: [Outcome] {
    var all: [Outcome] = []
    for outcome in contract.examples.flatMap(outcomes(under:)) where !all.contains(outcome) {
      all.append(outcome)
    }
    return all
  }

  private func outcomes(under example: Example) -> [Outcome] {
    prepared(under: example)?.outcomes ?? []
  }

  private func prepared(under example: Example) -> PreparedStage? {
    try? StageRun.start(contract, settings: example.settings, opening: example.opening).get()
      .prepared
  }
}

extension String {
  /// Kebab-case, and no truth or nothing to any reader of YAML, of 1.1 or 1.2.
  fileprivate var isGood: Bool {
    Name(self) != nil
      && !["y", "n", "yes", "no", "on", "off", "true", "false", "null"].contains(self)
  }
}
