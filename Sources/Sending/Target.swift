import CTransfer

/// Where something is sent to, as the C library takes it.
struct Target {
  let url: String
  var user: String?
  var password: String?
  var authorities: String?
  var mustBeSecret: Bool
  /// A server that does not answer must not hold up the others: ten seconds to be reached, a minute
  /// for all of it.
  var connectMilliseconds = 10_000
  var totalMilliseconds = 60_000

  /// Lends it to a call.
  func lend<Result>(_ body: (UnsafePointer<ctransfer_target>) -> Result) -> Result {
    url.withCString { url in
      withOptionalCString(user) { user in
        withOptionalCString(password) { password in
          withOptionalCString(authorities) { authorities in
            var target = ctransfer_target(
              url: url, user: user, password: password, authorities: authorities,
              must_be_secret: mustBeSecret ? 1 : 0, connect_milliseconds: connectMilliseconds,
              total_milliseconds: totalMilliseconds)
            return body(&target)
          }
        }
      }
    }
  }
}

private func withOptionalCString<Result>(
  _ text: String?, _ body: (UnsafePointer<CChar>?) -> Result
) -> Result {
  if let text { text.withCString { body($0) } } else { body(nil) }
}

/// Lends texts as a C array of strings.
func withCStrings<Result>(
  _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?, Int) -> Result
) -> Result {
  // One buffer for all of them, with a zero after each.
  var bytes: [CChar] = []
  var starts: [Int] = []
  for text in texts {
    starts.append(bytes.count)
    bytes += text.utf8CString
  }
  return bytes.withUnsafeBufferPointer { bytes in
    let pointers = starts.map { start in bytes.baseAddress.map { $0 + start } }
    return pointers.withUnsafeBufferPointer { body($0.baseAddress, $0.count) }
  }
}
