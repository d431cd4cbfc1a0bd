import CExpat

/// What takes the elements and texts of a part, in the order they stand.
///
/// Names come without the prefix of their namespace, which each program chooses as it likes.
protocol XMLHandler: AnyObject {
  func begin(_ element: String, _ attributes: [String: String])
  func text(_ text: String)
  func end(_ element: String)
  /// What stands in the way of going on; nil while nothing does.
  var fault: SheetFault? { get }
}

extension XMLHandler {
  /// Reads a part by expat.
  ///
  /// A document type, and with it every entity of one's own, is refused: Office writes none, and
  /// nothing can then grow by being named.
  func read(_ bytes: [UInt8], _ part: String) throws(SheetFault) {
    guard let parser = XML_ParserCreate(nil) else { throw .broken(part) }
    defer { XML_ParserFree(parser) }
    let reading = Reading(self, parser)
    XML_SetUserData(parser, Unmanaged.passUnretained(reading).toOpaque())
    XML_SetElementHandler(
      parser, { Reading.of($0)?.begin($1, $2) }, { Reading.of($0)?.end($1) })
    XML_SetCharacterDataHandler(parser) { Reading.of($0)?.text($1, $2) }
    XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in Reading.of(user)?.refuse() }
    let status = withExtendedLifetime(reading) {
      bytes.withUnsafeBufferPointer { buffer in
        buffer.withMemoryRebound(to: CChar.self) {
          XML_Parse(parser, $0.baseAddress, Int32($0.count), 1)
        }
      }
    }
    if let fault { throw fault }
    guard status == XML_STATUS_OK else { throw .broken(part) }
  }
}

/// One reading by expat: what its callbacks are given to find the handler by.
private final class Reading {
  private let handler: any XMLHandler
  private let parser: XML_Parser
  private var depth = 0
  private var pending: [UInt8] = []

  init(_ handler: any XMLHandler, _ parser: XML_Parser) {
    self.handler = handler
    self.parser = parser
  }

  static func of(_ user: UnsafeMutableRawPointer?) -> Reading? {
    user.map { Unmanaged<Reading>.fromOpaque($0).takeUnretainedValue() }
  }

  func begin(
    _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    flush()
    depth += 1
    guard depth <= Bounds.depth, let name else { return refuse() }
    var found: [String: String] = [:]
    var place = attributes
    while let list = place, let key = list[0], let value = list[1] {
      found[Self.local(key)] = String(cString: value)
      place = list + 2
    }
    handler.begin(Self.local(name), found)
    stopIfFaulty()
  }

  func end(_ name: UnsafePointer<CChar>?) {
    flush()
    depth -= 1
    if let name { handler.end(Self.local(name)) }
    stopIfFaulty()
  }

  // expat gives a text in pieces, at times in the middle of a character.
  func text(_ bytes: UnsafePointer<CChar>?, _ count: Int32) {
    guard let bytes else { return }
    pending += UnsafeBufferPointer(start: bytes, count: Int(count)).map(UInt8.init(bitPattern:))
  }

  func refuse() { XML_StopParser(parser, 0) }

  private func flush() {
    guard !pending.isEmpty else { return }
    handler.text(String(decoding: pending, as: UTF8.self))
    pending.removeAll(keepingCapacity: true)
  }

  private func stopIfFaulty() {
    if handler.fault != nil { refuse() }
  }

  private static func local(_ name: UnsafePointer<CChar>) -> String {
    let name = String(cString: name)
    return name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
  }
}
