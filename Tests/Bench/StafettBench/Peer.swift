import Foundation

/// A program that says in its first word how fast it was.
struct Peer {
  let path: String
  var arguments: [String] = []
  var input = ""

  /// Runs it and reads the number.
  func measure() throws -> Double {
    let process = Process()
    let (toPeer, fromPeer) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardInput = toPeer
    process.standardOutput = fromPeer
    try process.run()
    // The peers read all that they are told before they write anything.
    toPeer.fileHandleForWriting.write(Data(input.utf8))
    try toPeer.fileHandleForWriting.close()
    let said = String(decoding: fromPeer.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0, let word = said.split(separator: " ").first,
      let number = Double(word.filter { !$0.isNewline })
    else { throw BenchFailure("\(path) ended with \(process.terminationStatus): \(said)") }
    return number
  }
}
