import CivilTime
package import Definitions
package import Located
import StageKit

extension PipelineDefinition.Input {
  /// What is wrong with a value; nil when nothing is.
  package func fault(_ value: String) -> Text? {
    switch type {
    case .choice where !values.contains(value):
      Text(
        sv: "'\(value)' är inget av \(values.joined(separator: ", "))",
        en: "'\(value)' is none of \(values.joined(separator: ", "))")
    case .date where CivilDate(value) == nil:
      Text(sv: "'\(value)' är inget datum", en: "'\(value)' is no date")
    case .whole where Int(value) == nil:
      Text(sv: "'\(value)' är inget heltal", en: "'\(value)' is no whole number")
    case .body where Body(value) == nil, .product where Body(value) == nil:
      Text(sv: "'\(value)' är inget id", en: "'\(value)' is no id")
    case _ where value.utf8.allSatisfy { $0 == UInt8(ascii: " ") }:
      Text(sv: "tomt", en: "empty")
    case .diagnosis where !value.isDiagnosisCode:
      Text(
        sv: "'\(value)' är ingen diagnoskod: skriv som C61 eller C61.9",
        en: "'\(value)' is no diagnosis code: write as C61 or C61.9")
    // A substance has its name long before it has a code, so any name will do.
    case .substance where value.utf8.allSatisfy(\.isDigit):
      Text(
        sv: "'\(value)' är varken ATC-kod eller substans: skriv som L01XL04 eller namnet",
        en: "'\(value)' is neither ATC code nor substance: write as L01XL04 or the name")
    default: nil
    }
  }
}

extension String {
  /// Whether it has the form of a code of ICD-10-SE.
  ///
  /// A capital letter and two digits, then perhaps a point and one to three capitals or digits.
  /// Whether there is such a diagnosis is not known here.
  fileprivate var isDiagnosisCode: Bool {
    let bytes = Array(utf8)
    guard bytes.count >= 3, bytes[0].isCapital, bytes[1].isDigit, bytes[2].isDigit else {
      return false
    }
    let rest = bytes[3...]
    guard !rest.isEmpty else { return true }
    return (2...4).contains(rest.count) && rest.first == UInt8(ascii: ".")
      && rest.dropFirst().allSatisfy { $0.isCapital || $0.isDigit }
  }
}

extension UInt8 {
  fileprivate var isCapital: Bool { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self }
  fileprivate var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
}
