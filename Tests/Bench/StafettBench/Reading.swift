import Definitions
import Foundation
import Located
import StageKit
import StageRegistry
import YAMLReading

extension Bench {
  /// Generated definitions by one thread: bytes to nodes, then to definitions, beside the bare
  /// loop over libyaml's events.
  func reading() throws -> [Row] {
    let corpus = folder + "/definitions"
    let paths = try FileManager.default.contentsOfDirectory(atPath: corpus).sorted()
      .map { "\(corpus)/\($0)" }
    let texts = try paths.map { [UInt8](try Data(contentsOf: URL(filePath: $0))) }
    let peer = Peer(
      path: folder + "/yaml-limit", arguments: ["3"], input: paths.joined(separator: "\n") + "\n")

    // The best of three passes, as the peer does it.
    func best(_ pass: () throws -> Void) rethrows -> Double {
      try (0..<3).map { _ in try processorSeconds(pass) }.min() ?? .nan
    }
    let nodes = try Turns(
      rounds,
      ours: {
        try best {
          for (path, text) in zip(paths, texts) {
            guard YAMLReader.read(text, path: path).root != nil else {
              throw BenchFailure("\(path) is not read")
            }
          }
        }
      }, peer: peer.measure)

    let reader = DefinitionReader(
      stages: StageCatalogue(registeredStages), organisation: try Material.load().organisation)
    let checked = try Turns(
      rounds,
      ours: {
        best {
          for (path, text) in zip(paths, texts) {
            let root = YAMLReader.read(text, path: path).root
            _ = reader.read(root.map { [$0] } ?? [])
          }
        }
      }, peer: peer.measure)

    func row(_ name: String, _ turns: Turns, aim: String = "") -> Row {
      Row(
        name: name, ours: "\((turns.ours.median * 1000).written(1)) ms",
        peer: "\((turns.peer.median * 1000).written(1)) ms", ratio: turns.ratio.written(2), aim: aim
      )
    }
    return [
      row("read \(texts.count) definitions to nodes / libyaml", nodes, aim: "≤ 1.5"),
      row("read and check them / libyaml", checked),
    ]
  }
}
