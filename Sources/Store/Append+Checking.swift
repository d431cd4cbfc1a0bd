import Canonical
package import Lifecycle
import Located

extension Append {
  /// Holds the append against the end of its stream.
  ///
  /// No store takes events that break the chain, so a fault that is found later was made later.
  ///
  /// - Throws: `failed` where the parts do not hold together.
  package func check(after head: ChainHead) throws(StoreError) {
    if let fault = EventChain.fault(in: events, after: head) {
      throw refused(fault.text)
    }
    let sequences = expectedVersion + 1...expectedVersion + max(1, events.count)
    let reason: Text? =
      if events.isEmpty {
        Text(sv: "inga händelser", en: "no events")
      } else if events.contains(where: { $0.stream != stream || $0.command != result.command }) {
        Text(
          sv: "en händelse hör till en annan ström eller ett annat kommando",
          en: "an event belongs to another stream or command")
      } else if result.firstSequence != sequences.lowerBound
        || result.lastSequence != sequences.upperBound
      {
        Text(sv: "svaret nämner andra händelser", en: "the answer names other events")
      } else if effects.contains(where: {
        $0.stream != stream || !sequences.contains($0.sequence)
      }) {
        Text(
          sv: "en effekt hör till en annan händelse", en: "an effect belongs to another event")
      } else if (timers + fired).contains(where: { $0.stream != stream }) {
        Text(sv: "en bevakning hör till en annan ström", en: "a timer belongs to another stream")
      } else {
        nil
      }
    if let reason { throw refused(reason) }
  }

  /// The fault of a rung that was to fire and is not armed.
  package func refused(firing timer: ArmedTimer) -> StoreError {
    refused(
      Text(
        sv: "bevakningen \(timer.id) \(timer.rung) väntar inte, och kan inte utlösas",
        en: "the timer \(timer.id) \(timer.rung) is not armed, and cannot fire"))
  }

  /// The fault of an effect whose name is taken.
  package func refused(effect id: String) -> StoreError {
    refused(
      Text(sv: "effekten \(id) finns redan", en: "there is an effect \(id) already"))
  }

  private func refused(_ reason: Text) -> StoreError {
    .failed(
      Text(
        sv: "kommandot \(result.command) i \(stream) skrevs inte: \(reason.sv)",
        en: "the command \(result.command) in \(stream) was not written: \(reason.en)"))
  }
}
