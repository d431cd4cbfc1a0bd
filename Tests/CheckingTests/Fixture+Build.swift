import StageKit
import StageRegistry

@testable import Checking

extension Fixture {
  /// The stages of the build that checks it: all but those that its first line names, as in
  /// `# without: remiss`.
  var catalogue: StageCatalogue {
    let marker = "# without: "
    guard let file = files.first(where: { $0.bytes.starts(with: marker.utf8) }) else {
      return CheckingTests.catalogue
    }
    let line = String(decoding: file.bytes.prefix { $0 != 0x0A }, as: UTF8.self)
    let absent = line.dropFirst(marker.count).split(separator: " ").map(String.init)
    return StageCatalogue(registeredStages.filter { !absent.contains($0.name.name) })
  }

  /// The rules that it is checked by: with one that fails, if its first line says so.
  var rules: RuleSet {
    var rules = RuleSet.all
    if files.contains(where: { $0.bytes.starts(with: "# a rule fails".utf8) }) {
      rules.ofDefinitions.insert(FailingRule.self, at: 0)
    }
    return rules
  }
}
