import Foundation

/// Chance that can be repeated: SplitMix64 (Steele and others, "Fast splittable pseudorandom number
/// generators", 2014), from a seed.
package struct SeededRandom: RandomNumberGenerator {
  /// The seed of this run; `STAFETT_SEED` repeats an earlier one.
  package static let seed: UInt64 = {
    let said = ProcessInfo.processInfo.environment["STAFETT_SEED"].flatMap { UInt64($0) }
    let seed = said ?? UInt64.random(in: 0...999_999_999)
    print("properties: repeat with STAFETT_SEED=\(seed)")
    return seed
  }()

  /// How many times the usual volume is run; `STAFETT_VOLUME` says, for a night's search.
  package static let volume =
    ProcessInfo.processInfo.environment["STAFETT_VOLUME"].flatMap { Int($0) } ?? 1

  private var state: UInt64

  /// The stream of chance of a seed.
  package init(seed: UInt64) {
    state = seed
  }

  /// One of many streams of chance from a seed.
  package init(_ seed: UInt64, run: Int) {
    self.init(
      seed: seed &* 0x9E37_79B9_7F4A_7C15
        &+ UInt64(truncatingIfNeeded: run) &* 0xD1B5_4A32_D192_ED03)
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// True so many times of a hundred.
  package mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &self) < percent
  }

  package mutating func pick<T>(_ items: [T]) -> T? {
    items.randomElement(using: &self)
  }

  /// One of some choices, of which there must be one.
  package mutating func one<T>(of choices: [T]) -> T {
    choices[Int.random(in: choices.indices, using: &self)]
  }

  package mutating func whole(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &self)
  }
}
