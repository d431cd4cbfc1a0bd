package import Canonical
import CivilTime

/// The level of the form in which an envelope is hashed; a new form is a new level.
private let envelopeLevel: UInt8 = 1

extension Event {
  /// The SHA-256 of the bytes that the event is sealed by.
  package var sealingHash: ContentHash {
    withSealedBytes { ContentHash(hashing: $0) }
  }

  /// Lends the bytes that the event's hash is taken of.
  ///
  /// They are, one after the other: `previous` (32 bytes); the level of this form (1 byte); then the
  /// envelope's fields in the order of their declaration, and the payload. A number is 8 bytes, the
  /// most significant first. A text is the number of its bytes and its UTF-8; so is the payload. A
  /// field that may be absent is 0, or 1 and the field. A date is the number of its day and 1 if only
  /// its month is known, else 0; a hash is its 32 bytes. No two envelopes have the same bytes.
  package func withSealedBytes<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    var size = ByteCount()
    write(to: &size)
    // On the stack up to a kilobyte, as nearly all events are: nothing to allocate, nothing to reuse.
    return try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: size.count) { buffer in
      var copy = ByteCopy(buffer: buffer)
      write(to: &copy)
      return try body(UnsafeBufferPointer(rebasing: buffer[..<copy.count]))
    }
  }

  // The fields stand here once, for counting and for copying.
  private func write(to sink: inout some ByteSink) {
    sink.put(previous)
    sink.put(envelopeLevel)
    sink.put(stream)
    sink.put(sequence)
    sink.put(caseID)
    sink.put(id)
    sink.put(type)
    sink.put(typeVersion)
    sink.put(Int(recordedAt.milliseconds))
    sink.put(Int(effectiveAt.dayNumber))
    sink.put(effectiveAt.isMonth ? 1 : 0 as UInt8)
    sink.put(actor)
    sink.put(onBehalfOf)
    sink.put(command)
    sink.put(correlation)
    sink.put(causation)
    sink.put(definition == nil ? 0 : 1 as UInt8)
    if let definition { sink.put(definition) }
    sink.put(semanticsLevel)
    sink.put(payload.count)
    payload.withUnsafeBytes { sink.put($0) }
  }
}

private protocol ByteSink {
  mutating func put(_ bytes: UnsafeRawBufferPointer)
  mutating func put(_ byte: UInt8)
  mutating func put(_ number: Int)
  mutating func put(_ text: String)
  mutating func put(_ hash: ContentHash)
}

extension ByteSink {
  mutating func put(_ text: String?) {
    put(text == nil ? 0 : 1 as UInt8)
    if let text { put(text) }
  }
}

private struct ByteCount: ByteSink {
  var count = 0

  mutating func put(_ bytes: UnsafeRawBufferPointer) { count += bytes.count }
  mutating func put(_ byte: UInt8) { count += 1 }
  mutating func put(_ number: Int) { count += 8 }
  mutating func put(_ text: String) { count += 8 + text.utf8.count }
  mutating func put(_ hash: ContentHash) { count += 32 }
}

private struct ByteCopy: ByteSink {
  let buffer: UnsafeMutableBufferPointer<UInt8>
  var count = 0

  init(buffer: UnsafeMutableBufferPointer<UInt8>) {
    self.buffer = buffer
  }

  mutating func put(_ bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress, let target = buffer.baseAddress else { return }
    precondition(bytes.count <= buffer.count - count, "an envelope grew while it was written")
    UnsafeMutableRawPointer(target + count).copyMemory(from: source, byteCount: bytes.count)
    count += bytes.count
  }

  mutating func put(_ byte: UInt8) {
    withUnsafeBytes(of: byte) { put($0) }
  }

  mutating func put(_ number: Int) {
    withUnsafeBytes(of: Int64(number).bigEndian) { put($0) }
  }

  mutating func put(_ text: String) {
    let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable {
      put($0.count)
      put(UnsafeRawBufferPointer($0))
    }
    guard isWritten == nil else { return }
    put(text.utf8.count)
    for byte in text.utf8 { put(byte) }
  }

  mutating func put(_ hash: ContentHash) {
    hash.withBytes { put(UnsafeRawBufferPointer($0)) }
  }
}
