// Fuzz harness of whole verdicts: from the bytes of a mail or a text to evidence and probability. Uses: Filter and what it stands on.
//
// The first byte chooses mail or text and the channel. The ports are filled with their portable versions, which need no library; the clock
// stands still, so that a slow input is met by the fuzzer's own limit and not cut by a deadline.

import Archives
import Dispatch
import Domains
import Filter
import Images
import Learning
import MIME
import Messages
import Patterns
import Rules
import Settings
import Telemetry
import TextMessages

private let channels = Channel.known

private func makeSetup() -> FilterSetup {
    do {
        var setup = FilterSetup(
            model: try ContentModel.starter(), policy: PolicyProfile(Settings()),
            suffixes: ListedPublicSuffixes(text: Array("// ===BEGIN ICANN DOMAINS===\ncom\nexample\nuk\nco.uk\nru\n".utf8)),
            names: PunycodeNames(), time: ManualTime(Timestamp(milliseconds: 1_790_000_000_000)))
        setup.matcher = try LiteralMatcher(try setup.phrases.patterns())
        setup.threats = try ThreatModel.starter()
        setup.codeReader = HeaderOnlyReader()
        setup.archiveLister = ZIPLister()
        return setup
    } catch {
        preconditionFailure("the harness cannot be set up: \(error)")
    }
}

private let setup = makeSetup()
// libFuzzer calls from one thread only and each verdict is waited for, so the scanner is never shared.
nonisolated(unsafe) private let scanner = Scanner(setup)
nonisolated(unsafe) private var verdict: Verdict?

private func message(_ bytes: [UInt8], choice: UInt8) -> Message {
    if choice & 1 == 0 {
        var message = MailParser(limits: setup.limits).parse(bytes)
        message.hops = Route.hops(of: message, boundary: setup.boundary)
        message.arrival = message.hops.first?.time ?? setup.time.now()
        return message
    }
    return TextRecord(text: bytes).message(channel: channels[Int(choice >> 1) % channels.count], arrival: setup.time.now())
}

/// Called by libFuzzer with each input; always gives 0.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzWhole(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let message = message(Array(UnsafeBufferPointer(start: start + 1, count: count - 1)), choice: start[0])
    let channel = message.channel
    let done = DispatchSemaphore(value: 0)
    Task.detached {
        verdict = await scanner.verdict(on: message)
        done.signal()
    }
    done.wait()
    guard let verdict else { preconditionFailure("every message gets a verdict") }
    precondition(verdict.probability >= 0 && verdict.probability <= 1, "a probability is between 0 and 1")
    precondition(verdict.evidence.allSatisfy { $0.weight.isFinite }, "evidence is a number")
    _ = setup.policy.decision(probability: verdict.probability, channel: channel, direction: .terminating)
    return 0
}
