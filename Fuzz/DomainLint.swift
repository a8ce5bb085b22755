// Fuzz harness of the lint of a domain's records (Authentication/Lint), which reads those that nothing else does: MTA-STS, TLS reports and
// TLSA. Uses: Authentication, Domains, Localization, Resolving, Telemetry, ZoneFiles.
//
// The first byte chooses between bytes as they come and bytes mapped onto pieces of records. Every line is the record of another name.

import Authentication
import Dispatch
import Domains
import Localization
import Messages
import Resolving
import Telemetry
import ZoneFiles

/// The pieces that bytes stand for in the second mode.
private let pieces: [[UInt8]] = [
    "v=STSv1", "v=TLSRPTv1", "v=spf1", "v=DMARC1", "v=DKIM1", "; ", ";", "=", "id", "id=1", "rua=", "mailto:a@example.org",
    "https://a.example",
    ",", " ", " ", "include:", "redirect=", "example.org", "n1.example.org", "n2.example.org", "a", "mx", "ptr", "exists:",
    "ip4:192.0.2.0/8",
    "all", "-all", "+all", "?all", "x=y", "%{i}", ":", "/", "p=none", "sp=", "k=rsa", "p=", "\n", "\n", "\u{FC}", "\0", "\u{1B}[2J", "\"",
].map { Array($0.utf8) }

private func name(_ text: String) -> DomainName {
    guard let name = DomainName(text) else { preconditionFailure("the harness cannot be set up") }
    return name
}

private let domain = name("example.org")
private let places = [
    "example.org", "_mta-sts.example.org", "_smtp._tls.example.org", "n1.example.org", "n2.example.org", "_dmarc.example.org",
    "s._domainkey.example.org", "_mta-sts.example.org",
].map(name)
private let sentences = Set(DomainLint.sentences.map(\.key))

// libFuzzer calls from one thread only and each answer is waited for, so it is never shared.
nonisolated(unsafe) private var given: [LintFinding]?

/// Called by libFuzzer with each input; always gives 0.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDomainLint(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let given = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    let bytes = start[0] & 1 == 0 ? given : given.flatMap { pieces[Int($0) % pieces.count] }
    var zone = Zone()
    for (number, line) in bytes.split(separator: 0x0A).enumerated() {
        zone.add(.text(Array(line)), .txt, at: places[number % places.count])
        let data = RecordData.tlsAssociation(
            usage: line.first ?? 0, selector: UInt8(number & 3), matchingType: UInt8(number & 3), data: Array(line))
        if start[0] & 2 != 0 { zone.add(data, .tlsa, at: name("_25._tcp.mx.example.org")) }
        if start[0] & 4 != 0 {
            let host = DomainName(line.prefix(60)) ?? name("mx.example.org")
            zone.add(.mailExchange(preference: UInt16(number & 255), host: host), .mx, at: domain)
        }
    }
    check(zone)
    return 0
}

private func check(_ zone: Zone) {
    let done = DispatchSemaphore(value: 0)
    Task.detached {
        let lint = DomainLint(asking: Lookups(zone, within: .seconds(5), by: ManualTime()), names: PunycodeNames())
        given = await lint.findings(of: domain, DomainLint.Subjects(selectors: [name("s")], hosts: [domain]))
        done.signal()
    }
    done.wait()
    for finding in given ?? [] {
        precondition(isSaid(finding.statement), "what is found has a sentence")
        for detail in finding.details {
            precondition(detail.unicodeScalars.allSatisfy { $0.value > 0x1F && $0.value != 0x7F }, "details are safe to print")
        }
        for line in finding.lines + finding.records {
            precondition(line.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "what to publish is one line")
            precondition((try? ZoneFile(Array(line.utf8)))?.places.count == 1, "it is a record")
        }
    }
}

/// Whether there is a sentence for a statement, and for all that it is filled with.
private func isSaid(_ statement: Statement) -> Bool {
    sentences.contains(statement.key)
        && statement.details.allSatisfy { detail in
            if case .statement(let inner) = detail { isSaid(inner) } else { true }
        }
}
