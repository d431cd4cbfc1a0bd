import Located
import StageKit
import Testing

struct DecimalNumberTests {
  @Test(arguments: [
    ("41,5", "41.5"), ("41.5", "41.5"), ("41,0", "41.0"), ("0", "0"), ("0,05", "0.05"),
    ("-3,25", "-3.25"), ("\u{2212}3,25", "-3.25"), ("-0", "0"), ("-0,0", "0.0"),
    ("123456789012345678", "123456789012345678"),
  ])
  func `a number is stored with a point and all its decimals`(_ written: String, _ stored: String)
    throws
  {
    let number = try #require(DecimalNumber(written))
    #expect(number.description == stored)
    #expect(DecimalNumber(stored) == number)
  }

  @Test(arguments: [
    "", "-", ",", ".5", "5,", "08", "00", "1,2,3", "1.234,5", "1 250", "1e3", "+1", "--1", "41,5 %",
    "½", "٤", "1234567890123456789", "0,123456789012345678901", "ca 40", "−", "-\u{2212}1",
  ])
  func `anything else is no number`(_ written: String) {
    #expect(DecimalNumber(written) == nil)
  }

  @Test func `it is read as its language writes it`() throws {
    let number = try #require(DecimalNumber("-41.50"))
    #expect(number.written == Text(sv: "-41,50", en: "-41.50"))
  }
}
