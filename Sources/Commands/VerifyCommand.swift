import ArgumentParser
import Canonical
import CheckTool
import Located
import Runtime

/// `stafett verify`: holds the whole store against itself.
struct VerifyCommand: ShellCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Hold the store against itself: chains, histories, timers, what is in force.")

  @OptionGroup var global: GlobalOptions

  func run(in shell: Shell) throws -> Exit {
    let found = try shell.runner(.look).verify()
    if shell.settings.isJSON {
      shell.say(
        json: .record([
          "products": .whole(found.products), "events": .whole(found.events),
          "faults": .list(
            found.faults.map { fault in
              .record([
                "product": fault.product.map { .text($0) }, "event": fault.event.map { .whole($0) },
                "text": .text(fault.text[shell.settings.language]),
              ])
            }),
        ]))
    } else {
      for fault in found.faults {
        let product = fault.product.map { "\($0): " } ?? ""
        shell.say(Text(sv: product + fault.text.sv, en: product + fault.text.en))
      }
      shell.say(summary(found))
    }
    return found.faults.isEmpty ? .fine : .no
  }

  private func summary(_ found: Verification) -> Text {
    let (products, events) = (found.products, found.events)
    let sv =
      "\(products) \(products == 1 ? "historik" : "historiker"), "
      + "\(events) \(events == 1 ? "händelse" : "händelser")"
    let en =
      "\(products) \(products == 1 ? "history" : "histories"), "
      + "\(events) \(events == 1 ? "event" : "events")"
    return found.faults.isEmpty
      ? Text(sv: "\(sv): allt stämmer", en: "\(en): all holds")
      : Text(
        sv: "\(sv): \(found.faults.count) fel", en: "\(en): \(found.faults.count) faults")
  }
}
