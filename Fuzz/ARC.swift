// Fuzz harness of chains: sets of ARC in a mail, checked and added to (Authentication/ARC). Uses: Authentication, Domains, Messages, Resolving,
// Telemetry.
//
// The first byte chooses between bytes as they come and bytes mapped onto pieces of sets, and whether a mail is sealed twice before it is
// looked at. A set added to a chain that holds must give one that holds, and a set added to one that does not must say so.

import Authentication
import Dispatch
import Domains
import Messages
import Resolving
import Telemetry

/// The pieces that bytes stand for in the second mode.
private let pieces: [[UInt8]] = [
    "ARC-Seal: ", "ARC-Message-Signature: ", "ARC-Authentication-Results: ", "arc-seal:", "i=1", "i=2", "i=3", "i=50", "i=51", "i=0", "; ",
    ";",
    "a=rsa-sha256", "a=ed25519-sha256", "a=rsa-sha1", "cv=none", "cv=pass", "cv=fail", "cv=", "d=example.org", "s=a", "t=1795258800",
    "bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=", "b=AAAA", "b=", "h=from:to", "h=arc-seal", "h=", "c=relaxed/relaxed", "c=simple",
    "l=0",
    "mx.example.org", "spf=pass", "\r\n", "\r\n ", "\n", " ", "From: a@example.org\r\n", "Subject: x\r\n",
    "Authentication-Results: mx.example.org; dkim=pass\r\n", "\r\n\r\n", "text", "\u{FC}", "\0",
].map { Array($0.utf8) }

private let moment = Timestamp(seconds: 1_795_258_800)

/// A key that anybody may know, and the zone that publishes it.
private let sealer: ARCSealer = {
    guard let key = try? DKIMSigningKey(Array("URHOV2+k6MXpDelrfQJTfJBmVKNasAhrSdGV8Sp1Fs4=".utf8)), let domain = DomainName("example.org"),
        let selector = DomainName("a")
    else { preconditionFailure("the harness cannot be set up") }
    return ARCSealer(key, domain: domain, selector: selector, service: "mx.example.org")
}()

private let zone: Zone = {
    var zone = Zone()
    guard let name = DomainName("a._domainkey.example.org") else { preconditionFailure("the harness cannot be set up") }
    zone.add(.text(Array("v=DKIM1; k=ed25519; p=4BB1Pd2YthI+yRM4IdnSdp5Mgy3sms7a1a7kWGwQjMw=".utf8)), .txt, at: name)
    return zone
}()

// libFuzzer calls from one thread only and each outcome is waited for, so it is never shared.
nonisolated(unsafe) private var outcome: ARCOutcome?

private func check(_ mail: RawMail) -> ARCOutcome {
    let done = DispatchSemaphore(value: 0)
    Task.detached {
        let lookups = Lookups(zone, within: .seconds(5), by: ManualTime(moment))
        outcome = await ARCCheck(asking: lookups, names: PunycodeNames(), at: moment).outcome(of: mail)
        done.signal()
    }
    done.wait()
    guard let outcome else { preconditionFailure("every chain has an outcome") }
    precondition(outcome.sets.count <= ARCCheck.setLimit, "chains are bounded")
    precondition((outcome.result == .pass || outcome.result == .none) == (outcome.problem == nil), "what does not hold has a reason")
    precondition(outcome.problem?.description.isEmpty != true, "a reason has words")
    for (index, set) in outcome.sets.enumerated() {
        precondition(set.instance == index + 1 && set.fields.allSatisfy { $0 < mail.fields.count }, "sets are in order")
    }
    return outcome
}

/// The mail with another set; the same mail where none may be added.
private func sealed(_ bytes: [UInt8]) -> [UInt8] {
    let mail = RawMail(bytes)
    let chain = check(mail)
    // A mail that begins with something other than a field is another mail once a field stands before it.
    guard mail.fields.first?.name.lowerBound == 0 else { return bytes }
    guard let fields = try? sealer.fields(for: mail, after: chain, results: sealer.results(in: mail), at: moment) else { return bytes }
    let after = check(RawMail(fields + bytes))
    if chain.result == .fail {
        precondition(after.problem == .failedBefore(instance: chain.sets.count + 1), "a chain that does not hold is said not to")
    } else {
        precondition(after.result == .pass && after.sets.count == chain.sets.count + 1, "what is sealed holds")
    }
    return fields + bytes
}

/// Called by libFuzzer with each input; always gives 0.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzARC(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let given = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    let bytes = start[0] & 1 == 0 ? given : given.flatMap { pieces[Int($0) % pieces.count] }
    let once = sealed(bytes)
    if start[0] & 2 != 0, once != bytes { _ = sealed(once) }
    return 0
}
