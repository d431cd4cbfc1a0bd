// Without Foundation, whose collation follows the machine's locale: what is listed stands in the same
// order everywhere.

extension String {
  /// What the text is sorted by: as in a Swedish list, with å, ä and ö last, capitals and small letters
  /// alike, é as e, and numbers by their value (Insats 26 before Insats 104).
  var collation: [UInt32] {
    var keys: [UInt32] = []
    keys.reserveCapacity(utf8.count)
    var number: UInt32?
    for scalar in unicodeScalars {
      if ("0"..."9").contains(scalar) {
        let digit = scalar.value - 0x30
        number = min((number ?? 0), 100_000_000) * 10 + digit
        continue
      }
      if let value = number { keys += [0x30, value] }
      number = nil
      keys.append(scalar.swedishOrder)
    }
    if let value = number { keys += [0x30, value] }
    return keys
  }
}

extension Unicode.Scalar {
  fileprivate var swedishOrder: UInt32 {
    let last = UInt32(0x7B)  // After z.
    return switch self {
    case "A"..."Z": value + 0x20
    case "å", "Å": last
    case "ä", "Ä", "æ", "Æ": last + 1
    case "ö", "Ö", "ø", "Ø": last + 2
    case "é", "É", "è", "È", "ê", "ë": 0x65
    case "á", "à", "â", "Á", "À": 0x61
    case "ü", "Ü": 0x79
    default: value < 0x7B ? value : value + 3
    }
  }
}
