import Testing

@testable import CheckTool

/// The line that says what is being done.
@Suite struct ProgressLineTests {
  @Test func `it is shown once, and taken away when all is done`() {
    let said = Collected()
    let line = ProgressLine("checking") { said.add($0) }
    line.show()
    line.show()
    #expect(said.text == "checking")
    line.finish()
    line.finish()
    #expect(said.text == "checking\r\u{1B}[K")
  }

  @Test func `what is done before a second shows nothing, not even afterwards`() {
    let said = Collected()
    let line = ProgressLine("checking") { said.add($0) }
    line.finish()
    line.show()
    #expect(said.text == "")
  }
}
