// Writes the Swift file with the page of every code: OUTPUT FIXTURES
//
// FIXTURES holds a folder FAMILY/NAME for each code. What the page says stands in its page.yaml;
// the examples and the findings are those that the tests run and record.

import Foundation

guard CommandLine.arguments.count == 3 else {
  print("usage: generate-code-pages OUTPUT FIXTURES")
  exit(2)
}
let output = URL(filePath: CommandLine.arguments[1])
let fixtures = URL(filePath: CommandLine.arguments[2])
do {
  let pages = try FixtureFolder.all(in: fixtures).compactMap { try FixturePage($0) }
  try Data(source(of: pages).utf8).write(to: output, options: .atomic)
} catch let fault as PageFault {
  // In the form of a compiler, so that an editor leads there.
  for finding in fault.findings { print("\(finding)") }
  exit(1)
} catch {
  print("generate-code-pages: \(error)")
  exit(1)
}
