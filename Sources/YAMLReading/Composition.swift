import CLibYAML
import Located

/// Builds the tree from libyaml's events, and finds what libyaml lets through.
///
/// Only the first document becomes a tree; later ones are read for their syntax.
struct Composition: ~Copyable {
  /// Whether the text goes on.
  enum Progress { case more, end }

  /// A collection that is open, or the document itself.
  private struct Frame {
    enum Kind { case document, list, mapping }

    let kind: Kind
    let isFlow: Bool
    let index: Int
    let start: Mark
    /// Its anchor's place in `anchors`; -1 without one.
    let anchor: Int
    /// In a mapping: the key whose value comes next; -1 when a key comes next.
    var key = -1
    var keyEnd: Mark

    var awaitsValue: Bool { key >= 0 }
  }

  private let limits: Limits
  private let faults: Faults
  private var lines: SourceLines
  private var builder: TreeBuilder
  /// The collection that takes the next node; those round it are in `outer`.
  private var frame: Frame
  private var outer: [Frame] = []
  private var anchors = Anchors()
  /// The keys `<<`: their values are known later.
  private var mergeKeys: [Int] = []
  private var diagnostics: [Diagnostic] = []
  private var documents = 0
  private var firstDocument = Span(Mark(line: 1, column: 1), Mark(line: 1, column: 1))
  /// How deep the parser is in a document that is not kept.
  private var skippedDepth = 0
  /// Where the last node ended, and so each block collection that ends with it.
  private var lastEnd = Mark(line: 1, column: 1)
  /// Whether the tree says all that was written.
  private var isWhole = true

  init(_ text: UnsafeBufferPointer<UInt8>, path: String, limits: Limits) {
    self.limits = limits
    faults = Faults(path: path)
    lines = SourceLines(text)
    // Stafett's definitions have a node for every 16 to 20 bytes.
    builder = TreeBuilder(path: path, nodes: text.count / 14 + 8, bytes: text.count / 2 + 16)
    let start = Mark(line: 1, column: 1)
    frame = Frame(
      kind: .document, isFlow: false, index: 0, start: start, anchor: -1, keyEnd: start)
    outer.reserveCapacity(16)
  }

  /// Takes one event.
  mutating func add(_ event: UnsafePointer<yaml_event_t>) -> Progress {
    switch event.pointee.type {
    case YAML_SCALAR_EVENT where documents == 1: scalar(event)
    case YAML_MAPPING_START_EVENT, YAML_SEQUENCE_START_EVENT:
      if documents == 1 { return open(event) }
      skippedDepth += 1
      if skippedDepth > limits.depth { return .end }
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
      if documents == 1 { close(event) } else { skippedDepth -= 1 }
    case YAML_ALIAS_EVENT where documents == 1: alias(event)
    case YAML_DOCUMENT_START_EVENT: startDocument(event)
    case YAML_STREAM_END_EVENT: return .end
    default: break
    }
    return .more
  }

  /// The document, once the text has ended or reading has stopped.
  consuming func finish() -> YAMLDocument {
    if let fault = anchors.limitFault(limits, faults) {
      diagnostics.append(fault)
      isWhole = false
    }
    if builder.count == 0 || (builder.count == 1 && builder.isEmptyPlain(0)) {
      if diagnostics.isEmpty { diagnostics.append(faults.empty) }
      isWhole = false
    }
    order()
    return YAMLDocument(root: isWhole ? builder.finish() : nil, diagnostics: diagnostics)
  }

  /// The diagnostics when libyaml could not go on: its fault, and what the lines tell.
  consuming func fail(_ fault: ParserFault) -> YAMLDocument {
    // `[a: b]` holds a flow mapping too, one without a bracket of its own.
    let open = (outer + [frame]).map(\.start).last {
      let byte = lines.byte(lines.offset(of: $0))
      return byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{")
    }
    diagnostics += faults.syntax(fault, openBracket: open, lines: &lines)
    order()
    return YAMLDocument(root: nil, diagnostics: diagnostics)
  }

  /// Adds what could be told only at the end, and puts all in the order of reading.
  private mutating func order() {
    for key in mergeKeys where hasRoom { diagnostics.append(faults.mergeKey(key, in: builder)) }
    diagnostics.sort { $0.span.start < $1.span.start }
  }

  /// Whether another fault is worth its words.
  private var hasRoom: Bool { FindingQuota.hasRoom(after: diagnostics.count) }

  // MARK: Events

  private mutating func startDocument(_ event: UnsafePointer<yaml_event_t>) {
    documents += 1
    skippedDepth = 0
    let start = Mark(event.pointee.start_mark)
    let isImplicit = event.pointee.data.document_start.implicit == 1
    let span = Span(start, Mark(line: start.line, column: start.column + (isImplicit ? 0 : 3)))
    if documents == 1 { firstDocument = span }
    if documents == 2 { diagnostics.append(faults.severalDocuments(span, first: firstDocument)) }
  }

  private mutating func scalar(_ event: UnsafePointer<yaml_event_t>) {
    let scalar = event.pointee.data.scalar
    var start = Mark(event.pointee.start_mark)
    var end = Mark(event.pointee.end_mark)
    let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
    let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
    var style = isPlain ? Node.Style.plain : .quoted
    if scalar.style == YAML_LITERAL_SCALAR_STYLE || scalar.style == YAML_FOLDED_SCALAR_STYLE {
      style = .block
    }
    if scalar.anchor != nil || scalar.tag != nil {
      let properties = lines.properties(from: start)
      let isNothing = isPlain && text.isEmpty
      start = isNothing ? properties.end : properties.content
      if isNothing { end = start }
      note(properties, tag: scalar.tag)
      let index = builder.count
      anchors.close(anchors.open(scalar.anchor, properties.anchor, index), nodes: index + 1)
    }
    if style == .block { end = lines.endOfBlockScalar(from: start, to: end) }
    if isPlain, text.isEmpty, frame.awaitsValue, !frame.isFlow, !followsColon(start) {
      (start, end) = (frame.keyEnd, frame.keyEnd)
    }
    let index = builder.scalar(text, style, start, end)
    if isPlain {
      if text.count == 2, text[0] == UInt8(ascii: "<"), text[1] == text[0], frame.kind == .mapping,
        !frame.awaitsValue
      {
        mergeKeys.append(index)
      }
      lookForMissingSpace(at: index, start, isEmpty: text.isEmpty)
    }
    ended(index, end)
  }

  private mutating func open(_ event: UnsafePointer<yaml_event_t>) -> Progress {
    let isMapping = event.pointee.type == YAML_MAPPING_START_EVENT
    let data = event.pointee.data
    let anchor = isMapping ? data.mapping_start.anchor : data.sequence_start.anchor
    let tag = isMapping ? data.mapping_start.tag : data.sequence_start.tag
    let isFlow =
      isMapping
      ? data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
      : data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
    var start = Mark(event.pointee.start_mark)
    var place = -1
    if anchor != nil || tag != nil {
      let properties = lines.properties(from: start)
      start = properties.content
      note(properties, tag: tag)
      place = anchors.open(anchor, properties.anchor, builder.count)
    }
    guard outer.count < limits.depth else {
      diagnostics.append(faults.depth(at: start, limit: limits.depth))
      isWhole = false
      return .end
    }
    outer.append(frame)
    frame = Frame(
      kind: isMapping ? .mapping : .list, isFlow: isFlow, index: builder.count, start: start,
      anchor: place, keyEnd: start)
    builder.open(isMapping ? .mapping : .list, start)
    return .more
  }

  private mutating func close(_ event: UnsafePointer<yaml_event_t>) {
    guard let around = outer.popLast() else { return }
    let closed = frame
    frame = around
    // libyaml ends a block collection where the next token stands, perhaps lines below.
    let end = closed.isFlow ? Mark(event.pointee.end_mark) : lastEnd
    builder.close(end)
    anchors.close(closed.anchor, nodes: builder.count)
    if closed.kind == .mapping { report(builder.repeatedKeys(in: closed.index), in: closed) }
    ended(closed.index, end)
  }

  private mutating func report(_ repeated: [RepeatedKey], in closed: Frame) {
    guard !repeated.isEmpty else { return }
    // The first key of a list item and another stand again: two items, and one dash.
    let isItem = frame.kind == .list && !closed.isFlow && repeated.count > 1
    if isItem, let key = repeated.first(where: { $0.first == closed.index + 1 }) {
      diagnostics.append(faults.missingDash(key, in: builder))
      isWhole = false
      return
    }
    for (number, key) in repeated.enumerated() where hasRoom {
      let gone =
        number < Suggestions.worthwhile
        ? stretch(of: key.second, in: closed.index, isFlow: closed.isFlow) : nil
      diagnostics.append(faults.duplicate(key, in: builder, removing: gone))
    }
  }

  private mutating func alias(_ event: UnsafePointer<yaml_event_t>) {
    let span = Span(Mark(event.pointee.start_mark), Mark(event.pointee.end_mark))
    let name = event.pointee.data.alias.anchor.map { String(cString: $0) } ?? ""
    let index = builder.count
    switch anchors.use(name, at: span, limit: limits.aliasedNodes) {
    case .node(let target):
      builder.alias(to: target, span.start, span.end)
    case .unknown:
      hole(span, hasRoom ? faults.unknownAlias(name, span) : nil)
    case .cycle(let anchor):
      hole(span, hasRoom ? faults.anchorCycle(name, span, anchor: anchor) : nil)
    }
    ended(index, span.end)
  }

  // MARK: What libyaml lets through

  /// A place for what could not be read, so that keys and values stay in step.
  private mutating func hole(_ span: Span, _ fault: Diagnostic?) {
    if let fault { diagnostics.append(fault) }
    isWhole = false
    builder.scalar("", .plain, span.start, span.end)
  }

  /// A tag is refused, an anchor is fine.
  private mutating func note(
    _ properties: NodeProperties, tag: UnsafeMutablePointer<yaml_char_t>?
  ) {
    guard let tag, let span = properties.tag, hasRoom else { return }
    diagnostics.append(faults.tag(String(cString: tag), span))
  }

  /// A node is complete: in a mapping, keys and values take turns.
  private mutating func ended(_ index: Int, _ end: Mark) {
    lastEnd = end
    guard frame.kind == .mapping else { return }
    frame.key = frame.awaitsValue ? -1 : index
    frame.keyEnd = end
  }

  /// What to take away to be rid of an entry; nil where that is not one clean stretch.
  private mutating func stretch(of key: Int, in mapping: Int, isFlow: Bool) -> Span? {
    guard let value = builder.value(ofKey: key) else { return nil }
    let start = builder.span(of: key).start
    let end = builder.span(of: value).end
    let gone: Span
    if isFlow {
      var before: Mark?
      var at = mapping + 1
      while at < key, let value = builder.value(ofKey: at) {
        before = builder.span(of: value).end
        at = builder.value(ofKey: value) ?? key
      }
      guard let before, before.line == end.line else { return nil }
      gone = Span(before, end)
    } else {
      guard lines.isBlank(upTo: start), lines.isBlank(from: end) else { return nil }
      gone = Span(Mark(line: start.line, column: 1), Mark(line: end.line + 1, column: 1))
    }
    // An anchor in it may be used further down.
    let bytes = lines.offset(of: gone.start)..<lines.offset(of: end)
    return lines.bytes[bytes].contains(UInt8(ascii: "&")) ? nil : gone
  }

  /// Whether an empty value follows its colon; after a key without one, such as `? a`, libyaml
  /// puts it at the next token.
  private mutating func followsColon(_ start: Mark) -> Bool {
    guard start.line > frame.keyEnd.line else { return true }
    let offset = lines.offset(of: start)
    return offset > 0 && lines.bytes[offset - 1] == UInt8(ascii: ":")
  }

  /// Finds `owner:npo`, one text to YAML, where nobody means that.
  ///
  /// That is alone in a flow mapping, on a line of its own as the value of a key, or as the whole
  /// text.
  private mutating func lookForMissingSpace(at index: Int, _ start: Mark, isEmpty: Bool) {
    if frame.awaitsValue {
      if frame.isFlow {
        if isEmpty { report(missingSpaceIn: frame.key) }
      } else if !isEmpty, start.line > frame.keyEnd.line {
        report(missingSpaceIn: index)
      }
    } else if frame.kind == .document {
      report(missingSpaceIn: index)
    }
  }

  private mutating func report(missingSpaceIn index: Int) {
    let span = builder.span(of: index)
    guard hasRoom, builder.style(of: index) == .plain, span.start.line == span.end.line,
      let text = builder.text(of: index), let pair = PairWithoutSpace(text)
    else { return }
    diagnostics.append(faults.missingSpace(pair, at: span.start))
  }
}
