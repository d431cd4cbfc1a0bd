package import Located

extension Report {
  /// The findings as a JUnit report: a suite for each file, those without findings too.
  ///
  /// A finding that the verdict counts is a failed test, another a passed one with what was said;
  /// one that someone has answered for is skipped. Where the check itself failed, it is an error.
  package func junit(_ language: Language, strict: Bool = false) -> String {
    var suites: [String] = []
    var total = Count()
    for path in paths {
      var cases: [String] = []
      var count = Count()
      for finding in diagnostics where finding.path == path {
        let kind: Kind =
          finding.code.hasPrefix("internal/")
          ? .error : strict || finding.severity == .error ? .failure : .passed
        count.add(kind)
        cases.append(Self.test(finding, kind, language))
      }
      for one in suppressed where one.finding.path == path {
        count.add(.skipped(one.reason))
        cases.append(Self.test(one.finding, .skipped(one.reason), language))
      }
      if cases.isEmpty {
        count.add(.passed)
        let name = Text(sv: "inga fel eller varningar", en: "no errors or warnings")[language]
        cases = ["    <testcase name=\(name.quoted) classname=\(path.quoted)/>\n"]
      }
      total.add(count)
      suites.append(
        "  <testsuite name=\(path.quoted) \(count.attributes)>\n\(cases.joined())"
          + "  </testsuite>\n")
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="stafett check" \(total.attributes)>
      \(suites.joined())</testsuites>

      """
  }

  /// The files, and what findings are about besides.
  private var paths: [String] {
    var known = Set(files.map(\.path))
    let others = (diagnostics + suppressed.map(\.finding)).map(\.path)
    return files.map(\.path) + others.filter { known.insert($0).inserted }
  }

  private enum Kind {
    case passed, failure, error
    case skipped(String)
  }

  private struct Count {
    var tests = 0
    var failures = 0
    var errors = 0
    var skipped = 0

    mutating func add(_ kind: Kind) {
      tests += 1
      switch kind {
      case .passed: break
      case .failure: failures += 1
      case .error: errors += 1
      case .skipped: skipped += 1
      }
    }

    mutating func add(_ other: Count) {
      tests += other.tests
      failures += other.failures
      errors += other.errors
      skipped += other.skipped
    }

    var attributes: String {
      "tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"\(skipped)\""
    }
  }

  private static func test(_ finding: Diagnostic, _ kind: Kind, _ language: Language) -> String {
    let start = finding.span.start
    let name = "\(start.line):\(start.column) \(finding.code)"
    let head = "    <testcase name=\(name.quoted) classname=\(finding.path.quoted)>\n"
    let message = finding.message[language].quoted
    let text =
      "\(finding.path):\(name)\n\(finding.message(in: language))\nstafett explain \(finding.code)"
    let type = finding.code.quoted
    let body =
      switch kind {
      case .passed: "<system-out>\(text.escaped)</system-out>"
      case .failure: "<failure message=\(message) type=\(type)>\(text.escaped)</failure>"
      case .error: "<error message=\(message) type=\(type)>\(text.escaped)</error>"
      case .skipped(let reason): "<skipped message=\(reason.quoted)/>"
      }
    return "\(head)      \(body)\n    </testcase>\n"
  }
}

extension String {
  /// The text of an element: what XML 1.0 cannot hold is left out.
  fileprivate var escaped: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar.value {
      case 0x26: text += "&amp;"
      case 0x3C: text += "&lt;"
      case 0x3E: text += "&gt;"
      case 0x22: text += "&quot;"
      case 0x09, 0x0A: text.unicodeScalars.append(scalar)
      case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: break
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  /// The value of an attribute in quotes, on one line: a reader may take a line break for a space.
  fileprivate var quoted: String {
    let lines = escaped.unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "\n": text += "&#10;"
      case "\t": text += "&#9;"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return "\"\(lines)\""
  }
}
