import Authentication
import Foundation
import Messages
import Resolving
import Telemetry
import TestSupport
import Testing
import ZoneFiles

/// Tagged return paths and client authorisation beside a living Exim, with NSD for names.
struct EximInteropTests {
    private static let addresses = [
        "ann@example.org", "Ann.Other+list@Example.ORG", "a@b", "x=y@example.org", "0@1.example", "ann=prvs@example.org",
        "long-" + String(repeating: "l", count: 40) + "@" + String(repeating: "d.", count: 20) + "example",
    ]
    private static let secrets = ["secret", "k", "0123456789012345678901234567890123456789012345678901234567890123", "two words"]

    private func values(_ expressions: [String], _ peers: PeerProcess) async throws -> [String]? {
        try await peers.answer("tag", ["expressions": expressions])?["values"] as? [String]
    }

    /// Exim knows today alone; where midnight falls into the test, either day is right.
    @Test func tagsAreThoseOfExim() async throws {
        let peers = try PeerProcess("authentication")
        var count = CaseCount("interop batv, exim")
        for secret in Self.secrets {
            let signatures = PrivateSignature(keys: [3: Array(secret.utf8), 0: Array(secret.utf8)])
            for number in [0, 3] {
                let before = Timestamp(seconds: Int64(Date().timeIntervalSince1970))
                let expressions = Self.addresses.map { "${prvs{\($0)}{\(secret)}{\(number)}}" }
                guard let theirs = try await values(expressions, peers) else { return }
                let after = Timestamp(seconds: Int64(Date().timeIntervalSince1970))
                for (address, signed) in zip(Self.addresses, theirs) {
                    let ours = [before, after].map { try? signatures.signed(address, withKey: number, at: $0) }
                    count.check(ours.contains(signed), "\(address): \(signed) instead of \(ours)")
                    count.check(signatures.result(of: signed, at: after) == .pass(original: address), "\(signed) does not pass")
                }
                let tagged = Self.addresses.compactMap { try? signatures.signed($0, withKey: number, at: before) }
                let forged = tagged.map { $0.replacing("prvs=\(number)", with: "prvs=\(9 - number)") }
                let check = "{\(secret)}{$prvscheck_result/$prvscheck_address/$prvscheck_keynum}}"
                guard let found = try await values((tagged + forged).map { "${prvscheck{\($0)}" + check }, peers) else { return }
                for (index, address) in (Self.addresses + Self.addresses).enumerated() {
                    let isForged = index >= Self.addresses.count
                    let wanted = (isForged ? "" : "1") + "/\(address)/\(isForged ? 9 - number : number)"
                    count.check(found[index] == wanted, "\(tagged[index % tagged.count]): \(found[index]) instead of \(wanted)")
                }
            }
        }
        #expect(count.failed.isEmpty)
        #expect(count.report() == 4 * Self.addresses.count * Self.secrets.count * 2)
    }

    /// Every version, weight and port, and targets with the client's address, others, both, and none. No name lies below another, so that
    /// nobody has to be asked but the host itself.
    private static let hosts: [(name: String, lines: String)] = {
        var hosts: [(String, String)] = []
        for priority in [0, 1, 2] {
            for weight in 0...5 {
                for port in [0, 1] {
                    let name = "p\(priority)w\(weight)o\(port).example.test"
                    hosts.append((name, "_client._smtp.\(name). SRV \(priority) \(weight) \(port) here.example.test."))
                }
            }
        }
        for target in ["here", "there", "both", "six", "nothing", "absent", "alias"] {
            let name = "t-\(target).example.test"
            hosts.append((name, "_client._smtp.\(name). SRV 1 2 0 \(target).example.test."))
        }
        hosts.append(
            (
                "several.example.test",
                "_client._smtp.several.example.test. SRV 1 2 0 there.example.test.\n"
                    + "_client._smtp.several.example.test. SRV 1 2 0 here.example.test."
            ))
        hosts.append(("text.example.test", "_client._smtp.text.example.test. TXT none"))
        // Parents that want records of every host, and those that do not.
        hosts.append(("strict.example.test", "_client._smtp.strict.example.test. SRV 1 2 1 here.example.test."))
        hosts.append(("lax.example.test", "_client._smtp.lax.example.test. SRV 1 2 0 here.example.test."))
        for parent in ["strict", "lax"] {
            hosts.append(("a.\(parent).example.test", "_client._smtp.a.\(parent).example.test. TXT none"))
            hosts.append(("b.a.\(parent).example.test", "_client._smtp.b.a.\(parent).example.test. TXT none"))
        }
        return hosts
    }()

    private static let zone =
        """
        example.test. SOA ns.example.test. host.example.test. 1 3600 600 86400 60
        example.test. NS ns.example.test.
        ns.example.test. A 127.0.0.1
        here.example.test. A 192.0.2.7
        there.example.test. A 192.0.2.8
        both.example.test. A 192.0.2.8
        both.example.test. A 192.0.2.7
        six.example.test. AAAA 2001:db8::7
        nothing.example.test. TXT none
        alias.example.test. CNAME here.example.test.

        """ + hosts.map { $0.lines + "\n" }.joined()

    private static let differences = [
        "t-alias.example.test": "Exim follows no alias from a target; RFC 2782 forbids the alias, and resolvers follow it all the same",
        "several.example.test": "Exim looks at the first record that authorises alone; records of one name have no order",
    ]

    private func ours(_ helo: String) async throws -> ClientSMTPAuthorization.Outcome {
        let address = try #require(IPAddress("192.0.2.7"))
        let lookups = Lookups(try ZoneFile(Array(Self.zone.utf8)).zone, within: .seconds(5), by: SystemTime())
        return await ClientSMTPAuthorization(asking: lookups).outcome(helo: helo, address: address)
    }

    private func theirs(_ names: [String], _ peers: PeerProcess) async throws -> [String]? {
        try await peers.answer(
            "csa", ["zone": "example.test", "text": "$TTL 60\n" + Self.zone, "clients": names.map { [$0, "192.0.2.7"] }])?["values"]
            as? [String]
    }

    @Test func clientsAreThoseOfExim() async throws {
        let names = Self.hosts.map(\.name)
        guard let theirs = try await theirs(names, try PeerProcess("authentication")) else { return }
        var count = CaseCount("interop csa, exim")
        for (name, wanted) in zip(names, theirs) {
            if let reason = Self.differences[name] {
                count.skip(because: reason)
                continue
            }
            let outcome = try await ours(name)
            count.check(
                outcome.result.rawValue == wanted,
                "\(name): \(outcome.result), \(outcome.reason.map { $0.rawValue } ?? "-"), Exim \(wanted)")
        }
        #expect(count.failed.isEmpty)
        #expect(count.report() == Self.hosts.count - Self.differences.count)
    }

    /// Exim stops at any name that does not exist; the draft wants parents asked unless the SOA record denies the whole domain.
    @Test func aParentIsAskedWhereEximStops() async throws {
        guard let theirs = try await theirs(["absent.strict.example.test"], try PeerProcess("authentication")) else { return }
        #expect(theirs == ["unknown"])
        #expect(try await ours("absent.strict.example.test").reason == .authorizationRequired)
    }
}
