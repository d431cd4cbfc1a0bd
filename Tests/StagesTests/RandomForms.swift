import Located
import RandomTesting
import StageKit

/// Fills in forms at random, mostly as their shape wants them and sometimes not.
struct RandomForms {
  var random: SeededRandom

  static let dates = ["2019-03", "2019-03-14", "2019-05", "2020-02-29", "2022-02-17", "2199-12-31"]
  private static let texts =
    dates + dates + [
      "", "a#b", "patienter", "\"citat\"\n\\", "åäö", String(repeating: "x", count: 70),
    ]

  /// A form of a shape.
  mutating func form(_ shape: Shape) -> Node? {
    var builder = TreeBuilder(path: "random")
    write(shape, into: &builder)
    return builder.finish()
  }

  private mutating func write(_ shape: Shape, into builder: inout TreeBuilder) {
    switch shape {
    case .whole: scalar("\(Int.random(in: -1...12, using: &random))", .plain, &builder)
    case .flag: scalar(Bool.random(using: &random) ? "true" : "false", .plain, &builder)
    case .text, .prose, .word, .anything: scalar(pick(Self.texts), .quoted, &builder)
    case .date: scalar(pick(Self.dates), .plain, &builder)
    case .choice(let options): scalar(pick(options.map(\.name)), .plain, &builder)
    case .list(let element):
      builder.open(.list, start)
      for _ in 0..<Int.random(in: 0...3, using: &random) { write(element, into: &builder) }
      builder.close(start)
    case .record(let fields):
      builder.open(.mapping, start)
      for field in fields where isFilled(field) {
        scalar(field.key, .plain, &builder)
        write(field.shape, into: &builder)
      }
      builder.close(start)
    case .map(let value):
      builder.open(.mapping, start)
      scalar("nyckel", .plain, &builder)
      write(value, into: &builder)
      builder.close(start)
    case .either(let shapes):
      write(shapes.randomElement(using: &random) ?? .text, into: &builder)
    }
  }

  private mutating func isFilled(_ field: Shape.Field) -> Bool {
    Int.random(in: 0..<100, using: &random) < (field.isRequired ? 97 : 35)
  }

  private mutating func pick(_ texts: [String]) -> String {
    texts.randomElement(using: &random) ?? ""
  }

  private func scalar(_ text: String, _ style: Node.Style, _ builder: inout TreeBuilder) {
    builder.scalar(text, style, start, start)
  }

  private var start: Mark { Mark(line: 1, column: 1) }
}
