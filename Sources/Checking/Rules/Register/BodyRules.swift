import CivilTime
import Definitions
import Located
import Register

/// Two bodies of one name at the same time: nobody can tell them apart in a list.
enum SameName: WholeRule {
  static let code = "rule/same-name"

  static func findings(in whole: Whole) -> [Diagnostic] {
    var named: [String: Written<BodyRecord>] = [:]
    return whole.register.bodies.compactMap { body in
      let name = body.value.name.sv
      guard let first = named[name], first.value.period.overlaps(body.value.period) else {
        named[name] = named[name] ?? body
        return nil
      }
      return finding(
        body.entry["name"] ?? body.node,
        sv: "'\(body.value.id)' och '\(first.value.id)' heter båda '\(name)'",
        en: "'\(body.value.id)' and '\(first.value.id)' are both named '\(name)'",
        related: [first.node.related(sv: "den andra", en: "the other one")],
        help: Text(
          sv: "skriv vad som skiljer dem åt, till exempel regionen, eller ta bort den ena",
          en: "write what tells them apart, such as the region, or remove one"))
    }
  }
}

/// A body that acts for itself or hosts itself.
enum ActsForItself: WholeRule {
  static let code = "ref/acts-for-itself"

  static func findings(in whole: Whole) -> [Diagnostic] {
    whole.register.bodies.flatMap { body -> [Diagnostic] in
      let id = body.value.id
      var keys: [String] = []
      if body.value.actingFor.contains(where: { $0.body == id }) { keys.append("acting-for") }
      if body.value.hosts.contains(where: { $0.body == id }) { keys.append("host") }
      return keys.map { key in
        finding(
          body.entry[key] ?? body.node, sv: "'\(id)' anger sig själv i \(key):",
          en: "'\(id)' names itself in \(key):",
          related: [body.node.related(sv: "gruppen", en: "the body")],
          help: Text(
            sv: "en grupp handlar alltid för sig själv: ange en annan, eller ta bort det",
            en: "a body always acts for itself: name another, or remove it"))
      }
    }
  }
}

/// A body that follows one which, by the register, is still there.
enum LivingPredecessor: WholeRule {
  static let code = "ref/living-predecessor"

  static func findings(in whole: Whole) -> [Diagnostic] {
    whole.register.bodies.flatMap { body in
      body.value.follows.compactMap { id -> Diagnostic? in
        guard let before = whole.organisation.body(id), before.period.to == nil,
          let node = body.entry["follows"]
        else { return nil }
        return finding(
          node.scalar(id) ?? node, sv: "'\(body.value.id)' följer på '\(id)', som inte har upphört",
          en: "'\(body.value.id)' follows '\(id)', which has not ended",
          related: whole.declared(id),
          help: Text(
            sv: "skriv när '\(id)' upphörde (to:), eller ta bort follows:",
            en: "write when '\(id)' ended (to:), or remove follows:"))
      }
    }
  }
}

/// A body that was at work before it was there.
enum StartedEarly: WholeRule {
  static let code = "time/started-early"

  static func findings(in whole: Whole) -> [Diagnostic] {
    whole.register.bodies.compactMap { body in
      guard let started = body.value.started, let from = body.value.period.from,
        started.last < from.first, let node = body.entry["started"]
      else { return nil }
      return finding(
        node, sv: "'\(body.value.id)' började arbeta \(started), innan den fanns (\(from))",
        en: "'\(body.value.id)' began its work \(started), before it was there (\(from))",
        related: body.entry["from"].map { [$0.related(sv: "finns från", en: "there from")] } ?? [],
        help: Text(
          sv: "skriv dagen för beslutet i from:, och när arbetet började i started:",
          en: "write the day of the decision in from:, and when the work began in started:"))
    }
  }
}
