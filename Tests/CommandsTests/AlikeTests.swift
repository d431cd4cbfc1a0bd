import CheckTool
import Foundation
import Testing

/// Which comments are put together: those that say nearly the same, and never a yes with a no.
@Suite struct AlikeTests {
  @Test(arguments: [
    (
      "Kräver fler sjuksköterskor än vi har i regionen",
      "kräver fler sjuksköterskor än vi har i vår region!", 1
    ),
    ("Kapitel fyra ska tas bort ur programmet", "Kapitel fyra ska inte tas bort ur programmet", 2),
    ("Uppföljningen är otydlig", "Uppföljningen är  otydlig.", 1),
    ("Uppföljningen är otydlig", "Uppföljningen är tydlig", 2),
    (
      "Indikatorn mäts i registret varje kvartal",
      "Läkemedlet saknas i rekommendationen om behandling", 2
    ),
  ])
  func `two comments are one group or two`(_ first: String, _ second: String, _ groups: Int)
    async throws
  {
    try await Program.inFolder { stafett in
      _ = await stafett(
        "open", "vp-a", "--pipeline", "cancer-care-programme", "--title-sv", "A", "--title-en",
        "A", "--input", "diagnosis=C61.9", "--role", "stodjande-rcc=rcc-syd", "--role",
        "vardprogramgrupp=vpg-a", "--at-stage", "remiss", "--on", "2025-09-15")
      let rows = try stafett.file("svar.csv", "text\n\"\(first)\"\n\"\(second)\"\n")
      _ = await stafett(
        "act", "vp-a", "remiss", "respond", "--for", "rcc-syd", "--on", "2025-10-20", "--party",
        "region-12", "--stance", "endorse", "--comments", rows)
      let shown = await stafett("comments", "vp-a").output
      #expect(shown.contains("2 not disposed of, in \(groups) group"), "\(shown)")
    }
  }
}
