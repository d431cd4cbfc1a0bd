import Located
import StageKit
import Testing
import YAMLReading

@testable import Scenarios

/// What is written for an input of a case.
@Suite struct InputValueTests {
  private func read(_ text: String) throws -> (value: InputValue?, codes: [String]) {
    let node = try #require(
      YAMLReader.read(Array("value: \(text)".utf8), path: "test.yaml").root?["value"])
    var input = FieldInput(node)
    return (InputValue(reading: &input), input.found.map(\.fault.code))
  }

  @Test(arguments: [
    ("120", "120"), ("\"120\"", "120"), ("-3", "-3"), ("0", "0"), ("C61.9", "C61.9"),
    ("2028-12-31", "2028-12-31"), ("\"08\"", "08"),
  ])
  func `a whole number needs no quotes`(text: String, value: String) throws {
    let read = try read(text)
    #expect(read.value?.text == value && read.codes.isEmpty)
  }

  @Test(arguments: ["08", "4.10", "+3", "0x10", "true", "1e3", "no"])
  func `what can be read in two ways does`(text: String) throws {
    let read = try read(text)
    #expect(read.value == nil && read.codes == ["yaml/ambiguous-scalar"])
  }
}
