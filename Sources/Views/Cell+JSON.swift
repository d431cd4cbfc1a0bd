import Canonical
import Located
import StageKit

extension Cell {
  /// What a program reads: words, dates and decimal numbers as text, a count as a number, bodies as a
  /// list of ids, words for people as `sv` and `en` where these differ; nil for nothing.
  var json: Value? {
    switch self {
    case .none: nil
    case .text(let text): text.sv == text.en ? .text(text.sv) : text.json
    case .choice(let word, _): .text(word)
    case .number(let number): .text(number.description)
    case .whole(let count): .whole(count)
    case .date(let date): date.json
    case .bodies(let bodies): .list(bodies.map { .text($0.id) })
    case .prose(let prose): .text(prose.reference)
    }
  }
}

extension Told {
  /// As the cell's; a text beside the chain stands as it was written.
  var json: Value? {
    guard case .prose = cell else { return cell.json }
    return text.sv == text.en ? .text(text.sv) : text.json
  }
}
