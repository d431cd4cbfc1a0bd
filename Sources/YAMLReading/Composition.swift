import CLibYAML
import Located

/// Builds the tree from libyaml's events, and finds what libyaml lets through.
///
/// Only the first document becomes a tree; later ones are read for their syntax.
struct Composition: ~Copyable {
  /// Whether the text goes on.
  enum Progress { case more, end }

  /// A collection that is open.
  private struct Frame {
    let index: Int
    let isMapping, isFlow: Bool
    let start: Mark
    /// Its anchor's place in `anchors.all`; -1 without one.
    let anchor: Int
    /// In a mapping: the key whose value comes next; -1 when a key comes next.
    var key = -1
  }

  private let limits: Limits
  private let faults: Faults
  private var lines: SourceLines
  private var builder: TreeBuilder
  private var frames: [Frame] = []
  private var anchors = Anchors()
  /// Merge keys whose mappings are still open.
  private var mergeKeys: [Int] = []
  private var diagnostics: [Diagnostic] = []
  private var documents = 0
  private var firstDocument = Span(Mark(line: 1, column: 1), Mark(line: 1, column: 1))
  /// How deep the parser is in a document that is not kept.
  private var skippedDepth = 0
  /// Where the last node ended that is not zero-width noise: the end of a block collection.
  private var lastEnd = Mark(line: 1, column: 1)
  /// Whether the tree says all that was written.
  private var isWhole = true

  init(_ text: UnsafeBufferPointer<UInt8>, path: String, limits: Limits) {
    self.limits = limits
    faults = Faults(path: path)
    lines = SourceLines(text)
    // Stafett's definitions have a node for every 16 to 20 bytes.
    builder = TreeBuilder(path: path, nodes: text.count / 14 + 8, bytes: text.count / 2 + 16)
    frames.reserveCapacity(16)
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
    diagnostics.sort { $0.span.start < $1.span.start }
    return YAMLDocument(root: isWhole ? builder.finish() : nil, diagnostics: diagnostics)
  }

  /// The diagnostics when libyaml could not go on: its fault, and what the lines tell.
  consuming func fail(_ fault: ParserFault) -> YAMLDocument {
    let open = frames.last { $0.isFlow }.map(\.start)
    diagnostics += faults.syntax(fault, openBracket: open, lines: &lines)
    diagnostics.sort { $0.span.start < $1.span.start }
    return YAMLDocument(root: nil, diagnostics: diagnostics)
  }

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
    let index = builder.count
    let isEmptyPlain = scalar.length == 0 && scalar.style == YAML_PLAIN_SCALAR_STYLE
    if scalar.anchor != nil || scalar.tag != nil {
      let properties = lines.properties(from: start)
      start = isEmptyPlain ? properties.end : properties.content
      if isEmptyPlain { end = start }
      note(properties, tag: scalar.tag)
      anchors.close(anchors.open(scalar.anchor, properties.anchor, index), nodes: index + 1)
    }
    if isEmptyPlain, let key = keyWithoutColon(before: start) { (start, end) = (key, key) }
    let style: Node.Style
    switch scalar.style {
    case YAML_PLAIN_SCALAR_STYLE:
      style = .plain
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE:
      style = .block
      end = lines.endOfBlockScalar(from: start, to: end)
    default:
      style = .quoted
    }
    builder.scalar(
      UnsafeBufferPointer(start: scalar.value, count: scalar.length), style, start, end)
    if style == .plain { lookForMissingSpace(at: index, start, isEmpty: isEmptyPlain) }
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
    guard frames.count < limits.depth else {
      diagnostics.append(faults.depth(at: start, limit: limits.depth))
      isWhole = false
      return .end
    }
    frames.append(
      Frame(
        index: builder.count, isMapping: isMapping, isFlow: isFlow, start: start, anchor: place))
    builder.open(isMapping ? .mapping : .list, start)
    return .more
  }

  private mutating func close(_ event: UnsafePointer<yaml_event_t>) {
    guard let frame = frames.popLast() else { return }
    // libyaml ends a block collection where the next token stands, perhaps lines below.
    let end = frame.isFlow ? Mark(event.pointee.end_mark) : lastEnd
    builder.close(end)
    anchors.close(frame.anchor, nodes: builder.count)
    if frame.isMapping {
      for key in builder.repeatedKeys(in: frame.index) {
        diagnostics.append(faults.duplicate(key, in: builder))
      }
      while let key = mergeKeys.last, key > frame.index {
        mergeKeys.removeLast()
        diagnostics.append(faults.mergeKey(key, in: builder))
      }
    }
    ended(frame.index, end)
  }

  private mutating func alias(_ event: UnsafePointer<yaml_event_t>) {
    let span = Span(Mark(event.pointee.start_mark), Mark(event.pointee.end_mark))
    let name = event.pointee.data.alias.anchor.map { String(cString: $0) } ?? ""
    let index = builder.count
    switch anchors.use(name, at: span, limit: limits.aliasedNodes) {
    case .node(let target):
      builder.alias(to: target, span.start, span.end)
    case .unknown:
      hole(span, faults.unknownAlias(name, span))
    case .cycle(let anchor):
      hole(span, faults.anchorCycle(name, span, anchor: anchor))
    }
    ended(index, span.end)
  }

  // MARK: What libyaml lets through

  /// A place for what could not be read, so that keys and values stay in step.
  private mutating func hole(_ span: Span, _ fault: Diagnostic) {
    diagnostics.append(fault)
    isWhole = false
    builder.scalar("", .plain, span.start, span.end)
  }

  /// A tag is refused, an anchor is fine.
  private mutating func note(
    _ properties: NodeProperties, tag: UnsafeMutablePointer<yaml_char_t>?
  ) {
    guard let tag, let span = properties.tag else { return }
    diagnostics.append(faults.tag(String(cString: tag), span))
  }

  /// A node is complete: in a mapping, keys and values take turns.
  private mutating func ended(_ index: Int, _ end: Mark) {
    lastEnd = end
    guard let last = frames.indices.last, frames[last].isMapping else { return }
    if frames[last].key >= 0 {
      frames[last].key = -1
    } else {
      frames[last].key = index
      if builder.isMergeKey(index) { mergeKeys.append(index) }
    }
  }

  /// Where a key such as `? a` ends that has no colon: libyaml puts its value at the next token.
  private mutating func keyWithoutColon(before start: Mark) -> Mark? {
    guard let frame = frames.last, frame.isMapping, !frame.isFlow, frame.key >= 0 else {
      return nil
    }
    let end = builder.span(of: frame.key).end
    guard start.line > end.line else { return nil }
    let offset = lines.offset(of: start)
    return offset > 0 && lines.bytes[offset - 1] == UInt8(ascii: ":") ? nil : end
  }

  /// Finds `owner:npo`, one text to YAML, where nobody means that.
  ///
  /// That is alone in a flow mapping, on a line of its own as the value of a key, or as the whole
  /// text.
  private mutating func lookForMissingSpace(at index: Int, _ start: Mark, isEmpty: Bool) {
    guard let frame = frames.last else {
      return report(missingSpaceIn: index)
    }
    guard frame.isMapping, frame.key >= 0 else { return }
    if frame.isFlow {
      if isEmpty { report(missingSpaceIn: frame.key) }
    } else if !isEmpty, start.line > builder.span(of: frame.key).end.line {
      report(missingSpaceIn: index)
    }
  }

  private mutating func report(missingSpaceIn index: Int) {
    let span = builder.span(of: index)
    guard builder.style(of: index) == .plain, span.start.line == span.end.line,
      let text = builder.text(of: index), let pair = PairWithoutSpace(text)
    else { return }
    diagnostics.append(faults.missingSpace(pair, at: span.start))
  }
}
