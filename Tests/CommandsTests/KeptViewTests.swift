import CheckTool
import Foundation
import StageKit
import StageRegistry
import Testing
import Views

@testable import Commands

/// What views gather is kept beside the store, and never seen by whoever looks.
@Suite struct KeptViewTests {
  private static let views = ["cases", "due", "matrix"] + Overviews.all.map(\.name)

  @Test func `every view says of all histories from what is kept what it said at first`()
    async throws
  {
    try await Program.inFolder { program in
      let played = await program(
        "test", "\(Program.pipelines)/scenarios", "--into", "\(program.folder)/s.sqlite")
      #expect(played.exit == .fine, "\(played.errors)")
      let agenda = await program("agenda", "rcc-samverkan", "--format", "json")
      #expect(agenda.exit == .fine && program.kept("agenda") != nil, "\(agenda)")
      #expect(
        await program("agenda", "rcc-samverkan", "--format", "json").output == agenda.output)
      for view in Self.views {
        let first = await program(view, "--format", "json")
        #expect(first.exit == .fine, "\(view): \(first.errors)")
        #expect(program.kept(view) != nil, "\(view) has kept nothing")
        let second = await program(view, "--format", "json")
        #expect(second.output == first.output, "\(view)")
        try program.keep(nil, of: view)
        #expect(await program(view, "--format", "json").output == first.output, "\(view)")
      }
    }
  }

  @Test func `what has changed since is gathered anew, and the rest is not`() async throws {
    try await Program.inFolder { program in
      await program.open()
      _ = await program("due")
      let kept = try #require(program.kept("due"))
      let attached = await program(
        "act", "vp-a", "utkast", "attach", "--for", "vpg-a", "--document", "consultation-draft",
        "--at", "utkast.pdf")
      #expect(attached.exit == .fine, "\(attached)")
      _ = await program("due")
      let later = try #require(program.kept("due"))
      #expect(later != kept)
      let file = "\(program.folder)/s.sqlite-views/due"
      let written =
        try FileManager.default.attributesOfItem(atPath: file)[.systemFileNumber] as? Int
      _ = await program("due")
      #expect(program.kept("due") == later)
      // A file that is written again is another file.
      let read = try FileManager.default.attributesOfItem(atPath: file)[.systemFileNumber] as? Int
      #expect(written != nil && written == read, "what is as it was is not written again")
    }
  }

  @Test(arguments: ["", "not a file of rows", "cut", "turned"])
  func `a damaged file is as none`(_ damage: String) async throws {
    try await Program.inFolder { program in
      await program.open()
      let first = await program("cases")
      var kept = try #require(program.kept("cases"))
      switch damage {
      case "cut": kept.removeLast(kept.count / 2)
      case "turned": kept[kept.count / 2] ^= 1
      default: kept = Array(damage.utf8)
      }
      try program.keep(kept, of: "cases")
      #expect(await program("cases").output == first.output)
      #expect(program.kept("cases") != kept)
    }
  }

  @Test func `a folder that cannot be made is no hindrance`() async throws {
    try await Program.inFolder { program in
      await program.open()
      // A file where the folder would be.
      _ = try program.file("s.sqlite-views", "")
      let first = await program("cases")
      #expect(first.exit == .fine, "\(first.errors)")
      #expect(first.errors.isEmpty)
      #expect(first.output.contains("vp-a"))
    }
  }

  @Test func `who may not read the store may not look into the folder either`() async throws {
    try await Program.inFolder { program in
      await program.open()
      let manager = FileManager.default
      try manager.setAttributes(
        [.posixPermissions: 0o600], ofItemAtPath: "\(program.folder)/s.sqlite")
      _ = await program("cases")
      let folder = try manager.attributesOfItem(atPath: "\(program.folder)/s.sqlite-views")
      #expect((folder[.posixPermissions] as? Int).map { $0 & 0o077 } == 0)
    }
  }
}

extension Program {
  fileprivate func kept(_ view: String) -> [UInt8]? {
    FileManager.default.contents(atPath: "\(folder)/s.sqlite-views/\(view)").map { Array($0) }
  }

  fileprivate func keep(_ bytes: [UInt8]?, of view: String) throws {
    let path = "\(folder)/s.sqlite-views/\(view)"
    guard let bytes else { return try FileManager.default.removeItem(atPath: path) }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }
}
