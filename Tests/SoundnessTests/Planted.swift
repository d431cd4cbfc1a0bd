/// Definitions with a fault in their flow, each of its own kind, named for it.
///
/// That they are faulty is said by the brute force, not by the one who wrote them.
enum Planted {
  static let all: [(name: String, sketch: Sketch)] = ways + branches + joins + recurring + lanes

  // MARK: ways back

  private static let ways: [(String, Sketch)] = [
    ("the only way on is back, twice at most", Sketch("a: redo > a*2")),
    ("nothing but refusals, one after the other", Sketch("a: done", "b: redo > a*1")),
    ("each of three outcomes leads back", Sketch("a: done", "b: x > a*1, u > b*1, z > a*2")),
    (
      "back from the last of five",
      Sketch("a: done", "b: done", "c: done", "d: done", "e: redo > c*1")
    ),
    ("a branch that only leads back", Sketch("a: done, ask > b", "b: answer > a*1")),
    ("to and fro between two", Sketch("a: go > b", "b: redo > a*2")),
    (
      "two that send back side by side",
      Sketch("a: done", "p: redo > a*1 | after: [a]", "q: redo > a*1 | after: [a]")
    ),
    (
      "one that sends back beside one that goes on",
      Sketch("a: done", "p: done | after: [a]", "q: redo > a*1 | after: [a]")
    ),
    (
      "the third of three side by side",
      Sketch(
        "a: done", "p: done | after: [a]", "q: done | after: [a]", "r: redo > r*1 | after: [a]")
    ),
    ("stuck in large cases only", Sketch("a: done", "b: redo > a*1 | when: {size: large}")),
    ("stuck in revisions only", Sketch("a: done", "b: redo > b*1 | when: {edition: revision}")),
    (
      "stuck when an outcome opened it",
      Sketch(
        "a: done | in-force: done", "b: redo > a*1 | when: {opened-by: change}",
        "r: change > new-case, leave > next | every: 12 months")
    ),
    (
      "back to what a revision skips",
      Sketch("a: done | when: {edition: first}", "b: redo > a*1 | when: {edition: revision}")
    ),
    ("a new case and no other way", Sketch("a: done", "b: change > new-case")),
    ("a new case or back", Sketch("a: done", "b: change > new-case, redo > a*1")),
    ("a refusal that comes after force", Sketch("a: done | in-force: done", "b: redo > b*1")),
    ("an in-force outcome that leads back", Sketch("a: done", "b: adopt > a*1 | in-force: adopt")),
    (
      "an out-of-force outcome that leads back",
      Sketch("a: done | in-force: done", "b: stop > b*1 | out-of-force: stop")
    ),
  ]

  // MARK: branches

  private static let branches: [(String, Sketch)] = [
    (
      "two lead to one branch",
      Sketch("a: done", "p: go > z | after: [a]", "q: go > z | after: [a]", "z: done")
    ),
    (
      "three lead to one branch",
      Sketch(
        "a: done", "p: go > z | after: [a]", "q: go > z | after: [a]", "r: go > z | after: [a]",
        "z: done")
    ),
    (
      "two lead to one branch, and one tries again",
      Sketch("a: done", "p: go > z | after: [a]", "q: go > z, again > q*1 | after: [a]", "z: done")
    ),
    (
      "a branch that is left already",
      Sketch("a: done", "p: go > z, done | after: [a]", "q: go > z | after: [a]", "z: done")
    ),
    (
      "two that may be skipped lead to one branch",
      Sketch(
        "a: done", "p: go > z | after: [a] | optional: true", "q: go > z | after: [a]", "z: done")
    ),
    (
      "a chain of two leads to the branch of another",
      Sketch(
        "a: done", "p: done | after: [a]", "q: go > z | after: [p]", "r: go > z | after: [a]",
        "z: done")
    ),
    (
      "two lead to a run",
      Sketch(
        "a: done", "p: go > z | after: [a]", "q: go > z | after: [a]", "z: done | for-each: pair")
    ),
    (
      "two lead to one branch in large cases",
      Sketch(
        "a: done", "p: go > z | after: [a] | when: {size: large}", "q: go > z | after: [a]",
        "z: done")
    ),
    (
      "an outcome that comes too late every time",
      Sketch(
        "a: done", "s: done | after: [a]", "p: go > z | after: [a]",
        "q: done, go > z | after: [s, p]", "z: done")
    ),
    ("behind what never hands on", Sketch("a: go > z", "b: done", "z: done")),
    ("two behind what never hands on", Sketch("a: go > z", "b: done", "c: done", "z: done")),
    ("a branch of what never opens", Sketch("a: go > z", "b: ask > u, done", "u: done", "z: done")),
    (
      "a join of two that only lead away",
      Sketch(
        "a: done", "x: go > w | after: [a]", "u: go > v | after: [a]", "j: done | after: [x, u]",
        "w: done", "v: done")
    ),
    (
      "conditions that never meet",
      Sketch(
        "a: done", "b: done | when: {edition: first, opened-by: change}",
        "r: change > new-case, leave > next | after: [a] | every: 12 months")
    ),
    (
      "small behind large",
      Sketch(
        "a: done, skip > b", "b: done | when: {size: small}",
        "c: x > d | after: [a] | when: {size: large}", "d: done, redo > d*1",
        "e: redo > e*1 | after: [d]")
    ),
  ]

  // MARK: joins and force

  private static let joins: [(String, Sketch)] = [
    (
      "waits for one that gets stuck",
      Sketch(
        "a: done", "p: done | after: [a]", "q: redo > q*1 | after: [a]", "j: done | after: [p, q]")
    ),
    ("a new case in preparation", Sketch("a: done, change > new-case | in-force: done")),
    (
      "a new case before anything is in force",
      Sketch("a: done, change > new-case", "b: done | in-force: done")
    ),
    (
      "in force behind what never hands on",
      Sketch(
        "a: go > z", "f: done | in-force: done", "z: done", "r: leave > next | every: 12 months")
    ),
    (
      "reviewed for ever, never in force",
      Sketch("a: done", "r: done | after: [a] | every: 12 months")
    ),
    (
      "phased out, and one that is stuck",
      Sketch(
        "a: done | in-force: done", "b: redo > b*1 | after: [a]",
        "c: done | after: [a] | out-of-force: done")
    ),
  ]

  // MARK: every:

  private static let recurring: [(String, Sketch)] = [
    (
      "the way out of a review is taken",
      Sketch(
        "a: done", "p: go > z | after: [a]", "r: keep, go > z | after: [a] | every: 12 months",
        "z: done")
    ),
    (
      "a review that leads back for a while",
      Sketch("a: done", "r: keep, redo > a*1 | after: [a] | every: 12 months")
    ),
    (
      "two reviews, one of them for ever",
      Sketch(
        "a: done", "r: keep, leave > next | after: [a] | every: 12 months",
        "s: keep | after: [a] | every: 24 months")
    ),
    (
      "a review that only opens new cases",
      Sketch("a: done", "r: change > new-case | after: [a] | every: 12 months")
    ),
    (
      "a stage behind a review that never leaves",
      Sketch("a: done | in-force: done", "r: keep | every: 12 months", "b: done | after: [r]")
    ),
    (
      "a version that is taken away under a review",
      Sketch(
        "a: done | in-force: done", "c: done | after: [a] | out-of-force: done",
        "r: keep | after: [c] | every: 12 months")
    ),
    (
      "stuck behind a review",
      Sketch(
        "a: done | in-force: done", "r: keep, leave > next | every: 12 months",
        "b: redo > b*1 | after: [r]")
    ),
    (
      "led from a review to what is stuck",
      Sketch("a: done | in-force: done", "r: keep, retire > z | every: 12 months", "z: redo > z*2")
    ),
  ]

  // MARK: lanes

  private static let lanes: [(String, Sketch)] = [
    ("a lane that only tries again", Sketch("l: redo > l*1 | for-each: solo")),
    (
      "all lanes, one of which may only try again",
      Sketch("a: done", "l: done, redo > m | for-each: trio", "m: redo > m*1 | for-each: trio")
    ),
    (
      "one of two is enough, and both may be stuck",
      Sketch(
        "a: done", "l: done, redo > m | for-each: pair",
        "m: again > m*1 | for-each: pair | proceed: {at-least: 1}")
    ),
    (
      "two of four, and three may be stuck",
      Sketch(
        "a: done", "l: done, redo > m | for-each: quad",
        "m: again > m*1 | for-each: quad | proceed: {at-least: 2}")
    ),
    (
      "two lead to one branch within a lane",
      Sketch(
        "l: done | for-each: pair", "m: go > o | for-each: pair | after: [l]",
        "nn: go > o | for-each: pair | after: [l]", "o: done | for-each: pair")
    ),
    (
      "behind what ends a lane",
      Sketch("l: again > l*1, stop! | for-each: pair", "m: done | for-each: pair")
    ),
    (
      "to and fro within a lane",
      Sketch("a: done", "l: go > m | for-each: pair", "m: redo > l*2 | for-each: pair")
    ),
    (
      "a lane in large cases",
      Sketch(
        "a: done", "l: done | for-each: pair",
        "m: redo > m*1 | for-each: pair | when: {size: large}")
    ),
    (
      "a lane's stage of a way in which its run is skipped",
      Sketch(
        "a: done", "l: done | for-each: pair | when: {size: small}",
        "m: done | for-each: pair | when: {size: small, edition: first}",
        "nn: done | for-each: pair | after: [m] | when: {edition: first, opened-by: change}",
        "r: change > new-case, leave > next | after: [nn] | every: 12 months")
    ),
    (
      "a run that waits beside one that goes on",
      Sketch("a: done", "l: redo > l*1 | for-each: solo | after: [a]", "b: done | after: [a]")
    ),
    (
      "the second of two runs", Sketch("l: done | for-each: solo", "m: redo > m*2 | for-each: pair")
    ),
    (
      "sent back to a run that is stuck by then",
      Sketch(
        "a: done", "l: done, redo > m | for-each: solo", "m: again > m*1 | for-each: solo",
        "b: done, redo > a*1 | after: [m]")
    ),
    (
      "kept lanes that are stuck, however often it is sent back",
      Sketch(
        "a: done", "l: done, redo > m | for-each: pair | after: [a]",
        "m: again > m*1 | for-each: pair", "s: done, redo > a*2 | after: [a]")
    ),
    (
      "a lane with two ways to one place",
      Sketch(
        "l: done, redo > nn | for-each: solo", "m: redo > nn | for-each: solo | after: [l]",
        "k: redo > nn | for-each: solo | after: [l]", "nn: done | for-each: solo")
    ),
    (
      "an outcome in a lane that comes too late",
      Sketch(
        "k: done | for-each: solo", "l: done | for-each: solo | after: [k]",
        "m: go > o | for-each: solo | after: [k]",
        "nn: done, go > o | for-each: solo | after: [l, m]", "o: done | for-each: solo")
    ),
  ]
}
