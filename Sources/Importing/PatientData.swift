import Located
import Sheets

/// Data about patients, which must never come in.
///
/// The tool handles groups, and no person in care.
package enum PatientData {
  /// Whether a heading names data of single persons in care.
  ///
  /// `Patientföreträdare`, `Patientförening` and `Antal patienter` do not.
  package static func isNamed(by heading: String) -> Bool {
    let words = heading.compared.split { !$0.isLetter }.map(String.init)
    let joined = words.joined()
    if words.first.map({ ["patient", "patienten", "patientens"].contains($0) }) == true {
      return true
    }
    return [
      "personnummer", "personnr", "samordningsnummer", "reservnummer", "födelsenummer",
      "födelsedatum", "journalnummer", "journalnr", "patientnamn", "patientid", "patientnummer",
      "patientnr", "personalidentitynumber", "dateofbirth", "medicalrecordnumber",
    ].contains { joined.hasPrefix($0) } || words.contains("pnr")
  }

  /// Whether a text holds a Swedish personal identity number: a day of birth, four digits, and the
  /// check digit right (folkbokföringslagen 1991:481, 18 §; coordination numbers add 60 to the day).
  package static func isHeld(in text: String) -> Bool {
    text.split { !($0.isASCII && ($0.isNumber || $0 == "-" || $0 == "+")) }.contains { word in
      let digits = word.compactMap(\.wholeNumberValue)
      let isDivided =
        word.count == digits.count + 1
        && word.dropLast(4).last.map { $0 == "-" || $0 == "+" } == true
      guard digits.count == 12 && (isDivided || word.count == 12) || digits.count == 10 && isDivided
      else { return false }
      let ten = Array(digits.suffix(10))
      if digits.count == 12, ![18, 19, 20].contains(digits[0] * 10 + digits[1]) { return false }
      let (month, day) = (ten[2] * 10 + ten[3], ten[4] * 10 + ten[5])
      guard 1...12 ~= month, 1...31 ~= day || 61...91 ~= day else { return false }
      let sum = ten.enumerated().map { place, digit in
        let doubled = place % 2 == 0 ? digit * 2 : digit
        return doubled > 9 ? doubled - 9 : doubled
      }.reduce(0, +)
      return sum % 10 == 0
    }
  }
}
