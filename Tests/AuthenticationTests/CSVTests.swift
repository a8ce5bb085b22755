import Authentication
import Messages
import Resolving
import Telemetry
import TestSupport
import Testing
import Yams
import ZoneFiles

/// Client SMTP authorisation, vouching and reverse names.
struct CSVTests {
    private func lookups(_ text: String) throws -> Lookups {
        Lookups(try ZoneFile(Array(text.utf8)).zone, within: .seconds(1), by: ManualTime())
    }

    /// What Exim 4.96 says, but for the names whose parents it does not ask: at any NXDOMAIN it stops, although only a denial of the top or
    /// second level may stop the search.
    @Test func eximAgrees() async throws {
        guard let path = SharedData.vectors("senderid-csa-batv/csa-exim.json") else { return }
        let text = String(decoding: try SharedData.bytes(at: path), as: UTF8.self)
        let zone = try StructuredZone.zone(from: text)
        let cases = try #require(try Yams.compose(yaml: text)?.mapping?[Node("cases")]?.sequence)
        let parents = ["host.corp.test", "a.b.corp.test", "x.listed.corp.test"]
        var count = CaseCount("csa-exim")
        for test in cases {
            let helo = test.mapping?[Node("helo")]?.scalar?.string ?? ""
            let address = try #require(IPAddress(test.mapping?[Node("client_ip")]?.scalar?.string ?? ""))
            let wanted = test.mapping?[Node("csa_status")]?.scalar?.string ?? ""
            let outcome = await ClientSMTPAuthorization(asking: Lookups(zone, within: .seconds(1), by: ManualTime()), takesLiterals: true)
                .outcome(helo: helo, address: address)
            if parents.contains(helo) {
                #expect(outcome.reason == .authorizationRequired)
                count.skip(because: "Exim stops at any NXDOMAIN; the parent search goes by the SOA record (draft-ietf-marid-csv-csa)")
            } else {
                count.check(outcome.result.rawValue == wanted, "\(helo) \(address): \(outcome.result) instead of \(wanted)")
            }
        }
        #expect(count.failed.isEmpty)
        #expect(count.report() > 0)
    }

    @Test func aDomainThatDoesNotExistEndsTheSearch() async throws {
        let zone = "example. SOA ns. h. 1 2 3 4 5\nother.example. TXT x"
        let outcome = await ClientSMTPAuthorization(asking: try lookups(zone)).outcome(helo: "mx.absent.example", address: .v4(1))
        #expect(outcome.result == .unknown)
        #expect(outcome.reason == .noSuchDomain)
        #expect(outcome.asked.count == 1)
    }

    @Test func theSearchIsBounded() async throws {
        let helo = (0..<40).map { "l\($0)" }.joined(separator: ".") + ".corp.example"
        let outcome = await ClientSMTPAuthorization(asking: try lookups("corp.example. SOA ns. h. 1 2 3 4 5"))
            .outcome(helo: helo, address: .v4(1))
        #expect(outcome.asked.count == 1 + ClientSMTPAuthorization.parentLimit)
        #expect(outcome.asked.last == DomainName("_client._smtp.l36.l37.l38.l39.corp.example"))
    }

    @Test func addressesAndNoNamesAreUnknown() async throws {
        for helo in ["[192.0.2.7]", "192.0.2.7", "localhost", "", "a..b"] {
            let outcome = await ClientSMTPAuthorization(asking: try lookups("")).outcome(helo: helo, address: .v4(1))
            #expect(outcome.result == .unknown)
            #expect(outcome.reason == .notAName)
        }
    }

    @Test(arguments: [
        ("list.example._vouch.good.example. TXT \"list transaction\"", "list", true),
        ("list.example._vouch.good.example. TXT \"all\"", "transaction", true),
        ("list.example._vouch.good.example. TXT \"transaction\"", "list", false),
        ("list.example._vouch.good.example. TXT \"all\"\nlist.example._vouch.good.example. TXT \"list\"", "list", false),
        ("list.example._vouch.good.example. TXT \"All!\"", "list", false),
    ])
    func servicesVouch(zone: String, kind: String, isVouched: Bool) async throws {
        let good = try #require(DomainName("good.example"))
        let claim = try #require(VouchByReference.Claim("md=list.example; mc=\(kind); mv=evil.example:good.example;"))
        let result = await VouchByReference(asking: try lookups(zone), trusting: [good]).result(of: claim)
        #expect(result == (isVouched ? .vouched(by: good) : .notVouched))
    }

    @Test func aServiceThatNobodyTrustsIsNotAsked() async throws {
        let asked = try lookups("list.example._vouch.evil.example. TXT all")
        let claim = try #require(VouchByReference.Claim("mv=evil.example; mc=all; md=list.example"))
        #expect(await VouchByReference(asking: asked, trusting: []).result(of: claim) == .noTrustedService)
        #expect(asked.transcript.isEmpty)
        #expect(VouchByReference.Claim("md=list.example; mc=all") == nil)
        #expect(VouchByReference.Claim("md=a.example; md=b.example; mc=all; mv=c.example") == nil)
    }

    @Test func reverseNamesMustPointBack() async throws {
        let zone = """
            7.2.0.192.in-addr.arpa. PTR other.example.
            7.2.0.192.in-addr.arpa. PTR mx.example.
            mx.example. A 192.0.2.7
            8.2.0.192.in-addr.arpa. PTR mx.example.
            9.2.0.192.in-addr.arpa. PTR !timeout
            10.2.0.192.in-addr.arpa. PTR slow.example.
            slow.example. A !servfail
            """
        let reverse = ReverseName(asking: try lookups(zone))
        let base: UInt32 = 0xC000_0200
        let right = await reverse.outcome(of: .v4(base + 7))
        #expect(right.result == .pass)
        #expect(right.name == DomainName("mx.example"))
        #expect(await reverse.outcome(of: .v4(base + 8)).result == .fail)
        #expect(await reverse.outcome(of: .v4(base + 9)).result == .temperror)
        #expect(await reverse.outcome(of: .v4(base + 10)).result == .temperror)
        // RFC 8601 section 2.7.3: nothing is wrong with the names of an address that has none.
        #expect(await reverse.outcome(of: .v4(base + 11)).result == .permerror)
    }
}
