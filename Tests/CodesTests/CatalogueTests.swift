import Foundation
import Located
import Testing
import YAMLReading

@testable import Codes

/// Every code has a page that is made of what the tests of the check run.
@Suite struct CatalogueTests {
  /// The folder of a code among the fixtures.
  struct Folder: CustomTestStringConvertible, Sendable {
    let code: String
    var testDescription: String { code }

    static let root = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../CheckingTests/Fixtures").standardizedFileURL

    static let all = names(in: root).flatMap { family in
      names(in: root.appending(path: family)).map { Folder(code: "\(family)/\($0)") }
    }

    static func names(in folder: URL) -> [String] {
      let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
      return all.filter { !$0.hasPrefix(".") && !$0.hasSuffix(".yaml") }.sorted()
    }

    func text(_ name: String) -> String? {
      let file = Self.root.appending(path: "\(code)/\(name)")
      return (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  @Test func `each folder of the fixtures has a page, and each page a folder`() {
    #expect(Folder.all.count > 70)
    let without = Folder.all.filter { $0.text("page.yaml") == nil }.map(\.code)
    #expect(without == [], "write page.yaml: title and why in sv and en, since")
    #expect(CodeCatalogue.codes == Folder.all.map(\.code).sorted(), "record the findings, build")
  }

  @Test(arguments: Folder.all)
  func `a page says what its folder says, in both languages`(_ folder: Folder) throws {
    let page = try #require(CodeCatalogue[folder.code])
    let bytes = Array(try #require(folder.text("page.yaml")).utf8)
    let root = try #require(YAMLReader.read(bytes, path: "page.yaml").root)
    for (key, text) in [("title", page.title), ("why", page.why)] {
      #expect(root[key]?["sv"]?.text == text.sv)
      #expect(root[key]?["en"]?.text == text.en)
    }
    #expect(root["since"]?.text == "\(page.since)")
    for language in Language.allCases {
      let recorded = try #require(folder.text("\(language.rawValue).txt"))
      #expect(recorded.contains(page.finding[language]))
      #expect(page.finding[language].contains("[\(folder.code)]: "))
    }
    let word: (sv: String, en: String) =
      page.severity == .error ? ("fel", "error") : ("varning", "warning")
    #expect(page.finding.sv.hasPrefix("\(word.sv)["))
    #expect(page.finding.en.hasPrefix("\(word.en)["))
  }

  @Test(arguments: Folder.all)
  func `a page has a bad and a good example, without the marks of the tests`(
    _ folder: Folder
  ) throws {
    let page = try #require(CodeCatalogue[folder.code])
    #expect(!page.bad.isEmpty && !page.good.isEmpty)
    #expect(page.bad != page.good)
    for file in page.bad + page.good {
      #expect(!file.text.contains("^ \(folder.code)"))
      #expect(!file.text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" && $0 != "\t" })
    }
  }

  @Test(arguments: Folder.all)
  func `a page is short enough to be read, and speaks to the reader`(_ folder: Folder) throws {
    let page = try #require(CodeCatalogue[folder.code])
    for language in Language.allCases {
      let title = page.title[language], why = page.why[language]
      #expect(title.count <= 80 && title.last != "." && title.first?.isUppercase == false)
      let sentences = why.split(separator: ". ")
      #expect((2...4).contains(sentences.count) && why.last == ".", "\(why)")
      #expect(why.count < 420)
    }
    #expect(page.why.sv != page.why.en)
  }

  @Test func `the codes are sorted, and every family has its title`() {
    #expect(CodeCatalogue.codes == CodeCatalogue.codes.sorted())
    #expect(Set(CodeCatalogue.codes).count == CodeCatalogue.codes.count)
    let families = CodeCatalogue.families.flatMap(\.codes)
    #expect(families.sorted() == CodeCatalogue.codes)
  }

  @Test(arguments: [
    ("flow/unreachble", "flow/unreachable"), ("unreachable", "flow/unreachable"),
    ("time/unreachable", "flow/unreachable"), ("unreachabel", "flow/unreachable"),
    ("schema/unknown-keys", "schema/unknown-key"), ("xyzzyplugh", nil), ("", nil), ("/", nil),
  ])
  func `a code that is nearly right is found`(_ name: String, _ code: String?) {
    #expect(CodeCatalogue[name]?.code == nil)
    #expect(CodeCatalogue.nearest(to: name) == code)
  }
}
