import CLibYAML
import Located

/// libyaml's parser over one text: the only owner of its memory, freed with the value.
///
/// The text must outlive the parser, which keeps a pointer into it.
struct EventParser: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>

  /// A parser of a text that is not empty; nil when memory is short.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard let base = text.baseAddress else { return nil }
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      return nil
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, base, text.count)
    self.parser = parser
    event = .allocate(capacity: 1)
    event.initialize(to: yaml_event_t())
  }

  deinit {
    yaml_event_delete(event)
    event.deallocate()
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The next event, alive until the next call; nil when libyaml cannot go on (see `fault`).
  mutating func next() -> UnsafePointer<yaml_event_t>? {
    yaml_event_delete(event)
    return yaml_parser_parse(parser, event) == 1 ? UnsafePointer(event) : nil
  }

  /// Why `next` gave nil.
  var fault: ParserFault {
    let parser = parser.pointee
    return ParserFault(
      isReading: parser.error == YAML_READER_ERROR,
      problem: parser.problem.map { String(cString: $0) } ?? "out of memory",
      context: parser.context.map { String(cString: $0) } ?? "",
      mark: Mark(parser.problem_mark),
      contextMark: Mark(parser.context_mark))
  }
}

/// What libyaml says when it gives up.
struct ParserFault {
  /// Whether the bytes are no text at all, so that libyaml's marks say nothing.
  let isReading: Bool
  /// libyaml's own words, such as `did not find expected key`; empty context when it has none.
  let problem, context: String
  let mark, contextMark: Mark
}

extension Mark {
  /// libyaml counts lines and columns from 0, and columns in code points.
  init(_ mark: yaml_mark_t) {
    self.init(line: Int(mark.line) &+ 1, column: Int(mark.column) &+ 1)
  }
}
