// Fuzz harness of SPF and of the lists of networks that Sender ID made of it (Authentication/SPF): records, texts with macros, and checks of
// a client by hostile zones, with the field that says what came of it. Uses: Authentication, Domains, Messages, MIME, Resolving, Telemetry.
//
// The first byte chooses between a record, a text with macros and a zone, and between bytes as they come and bytes mapped onto pieces of
// records. In a zone every line is the record of another name.

import Dispatch
import Domains
import MIME
import Messages
import Resolving
import Telemetry

@testable import Authentication

/// The pieces that bytes stand for in the second mode.
private let pieces: [[UInt8]] = [
    "v=spf1", "spf2.0/pra", "spf2.0/mfrom,pra", " ", " ", " ", "all", "-all", "~", "?", "+", "-", "include:", "redirect=", "exp=",
    "exists:",
    "a", "mx", "ptr", "ip4:192.0.2.0/24", "ip6:2001:db8::/32", "ip4:", "ip6:::ffff:192.0.2.1", "/", "//", "24", "0", "33", "128", ":",
    "n0.example.org", "n1.example.org", "n2.example.org", "n3.example.org", "many.example.org", "loop.example.org", "absent.example.org",
    "slow.example.org", ".", "example", "%{", "}", "%{s}", "%{l1r-}", "%{d2}", "%{i}.%{v}", "%{p}", "%{h}", "%{c}", "%{t}", "%{S}", "%%",
    "%_",
    "%-", "%", "r", "-", "+,/_=", "0", "99999999999999999999", "x=", "\n", "\t", "\u{FC}", "\0",
].map { Array($0.utf8) }

private func name(_ text: String) -> DomainName {
    guard let name = DomainName(text) else { preconditionFailure("the harness cannot be set up") }
    return name
}

private let client = IPAddress.v4(0xC000_0201)
private let names = (0..<4).map { name("n\($0).example.org") }

/// What stands beside the records: addresses, too many mail exchanges, host names of the client, a loop of aliases, and silence.
private let zone: Zone = {
    var zone = Zone()
    for name in names { zone.add(.address(client), .a, at: name) }
    for number in 0..<12 {
        zone.add(.mailExchange(preference: UInt16(number), host: names[number % 4]), .mx, at: name("many.example.org"))
        zone.add(.name(names[number % 4]), .ptr, at: .reverse(of: client))
    }
    zone.add(.mailExchange(preference: 1, host: names[2]), .mx, at: names[0])
    zone.add(.name(name("loop.example.org")), .cname, at: name("loop.example.org"))
    zone.set(.timedOut, at: name("slow.example.org"))
    return zone
}()

private let identity: SPFCheck.Identity = {
    var identity = SPFCheck.Identity(
        address: client, helo: "mx.example.org", mailFrom: "a-b.c+d@n0.example.org", at: Timestamp(seconds: 1_795_258_800))
    identity.receiver = "mx.example.net"
    return identity
}()

private func readRecord(_ text: [UInt8]) {
    guard let version = SPFVersion(of: text) else { return }
    precondition(version.end <= text.count && version.scopes?.contains { $0.isEmpty } != true, "a version lies inside")
    do {
        let record = try SPFRecord(text, from: version.end)
        var end = version.end
        var again = Array("v=spf1".utf8)
        for directive in record.directives {
            precondition(directive.range.lowerBound > end - 1 && directive.range.upperBound <= text.count, "terms lie inside, in order")
            end = directive.range.upperBound
            again += [0x20] + text[directive.range]
        }
        if let range = record.redirectRange { again += [0x20] + text[range] }
        guard let reread = try? SPFRecord(again, from: 6) else { preconditionFailure("its terms make a record") }
        precondition(
            reread.directives.map(\.mechanism) == record.directives.map(\.mechanism)
                && reread.directives.map(\.qualifier) == record.directives.map(\.qualifier) && reread.redirect == record.redirect,
            "the same terms say the same")
    } catch {
        precondition((version.end...text.count).contains(error.offset) && !error.description.isEmpty, "errors lie inside")
    }
}

private func readMacros(_ text: [UInt8], isExplanation: Bool) {
    do {
        let macros = try MacroString(text[...], isExplanation: isExplanation)
        let value = Array("-a.b_c+".utf8)
        let whole = macros.expanded { _ in value }
        precondition(whole.count <= text.count * value.count, "what is expanded is bounded")
        precondition(macros.expanded(upTo: 10) { _ in value } == Array(whole.prefix(10)), "the beginning is that of the whole")
        precondition(macros.expandedEnd(10) { _ in value } == Array(whole.suffix(10)), "the end is that of the whole")
        precondition(!macros.isLiteral || macros.letters.isEmpty, "a literal asks for nothing")
        precondition(isExplanation || macros.letters.allSatisfy { !$0.isForExplanations }, "some letters are for explanations")
    } catch {
        precondition(error.offset <= text.count && !error.description.isEmpty, "errors lie inside")
    }
}

// libFuzzer calls from one thread only and each outcome is waited for, so it is never shared.
nonisolated(unsafe) private var given: (SPFOutcome, SPFOutcome)?

private func check(_ lines: [ArraySlice<UInt8>], in scope: SPFScope) {
    var zone = zone
    for (number, line) in lines.enumerated() { zone.add(.text(Array(line)), .txt, at: names[number % names.count]) }
    let lookups = Lookups(zone, within: .seconds(5), by: ManualTime(identity.moment))
    let done = DispatchSemaphore(value: 0)
    Task.detached {
        let check = SPFCheck(asking: lookups, names: PunycodeNames())
        given = (await check.outcome(of: identity, in: scope), await check.outcome(of: identity, in: scope))
        done.signal()
    }
    done.wait()
    guard let (outcome, again) = given else { preconditionFailure("every client has an outcome") }
    precondition(outcome == again, "the same records give the same outcome")
    precondition(outcome.termsThatAsk <= 11 && outcome.voidLookups <= 3, "the limits of section 4.6.4 hold")
    // A record for each term, an MX record with ten hosts for each, the client's names and an explanation.
    precondition(lookups.transcript.count <= 1 + 10 * 11 + 11 + 1, "questions are bounded")
    precondition(outcome.steps.count <= 11 * (1 + lines.reduce(0) { $0 + $1.count }), "steps are bounded")
    precondition(outcome.problem?.description.isEmpty != true, "a reason has words")
    switch outcome.result {
    case .permerror, .temperror: precondition(outcome.problem != nil, "an error has a reason")
    case .pass, .neutral, .softfail: precondition(outcome.problem == nil, "a result has none")
    case .fail, .none: break
    }
    if let explanation = outcome.explanation {
        precondition(outcome.result == .fail && explanation.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "only failures are explained")
    }
    written(outcome)
}

/// What the field says of an outcome.
private func written(_ outcome: SPFOutcome) {
    var writer = FieldWriter()
    writer.receivedSPF(ReceivedSPF(outcome))
    let field = writer.bytes
    let body = ByteRange((field.firstIndex(of: 0x3A) ?? 0) + 1, field.count - 2)
    precondition(ReceivedSPF(field.span, body).result == outcome.result.rawValue, "the field has the result")
    precondition(RawMail(field + Array("\r\n".utf8)).fields.count == 1, "it is one field")
}

/// Called by libFuzzer with each input; always gives 0.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSPF(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let given = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    let bytes = start[0] & 1 == 0 ? given : given.flatMap { pieces[Int($0) % pieces.count] }
    switch start[0] >> 1 & 3 {
    case 0: readRecord(Array("v=spf1".utf8) + bytes)
    case 1: readMacros(bytes, isExplanation: start[0] & 8 != 0)
    case 2:
        readRecord(bytes)
        check(bytes.split(separator: 0x0A).map { Array("v=spf1 ".utf8) + $0 }.map { $0[...] }, in: .spf)
    default: check(bytes.split(separator: 0x0A), in: start[0] & 8 == 0 ? .mailFrom : .purportedResponsibleAddress)
    }
    return 0
}
