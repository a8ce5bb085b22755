import AddressOrigins
import Messages
import Testing

/// Whose network an address is of.
struct AddressOriginsTests {
    private func origins(_ text: String, date: String? = nil) throws -> RangeOrigins {
        try OriginFile.origins(Array(text.utf8), name: "list", date: date)
    }

    private func address(_ text: String) throws -> IPAddress { try #require(IPAddress(text)) }

    @Test func registriesSayCountries() throws {
        let origins = try origins(
            """
            2|ripencc|1795302000|4|19830705|20261121|+0100
            ripencc|*|ipv4|*|2|summary
            ripencc|FR|ipv4|192.0.2.0|128|20100101|allocated|a
            ripencc|DE|ipv4|192.0.2.128|64|20100101|assigned|b
            ripencc||ipv4|192.0.2.192|64||available|
            ripencc|SE|ipv6|2001:db8::|32|20100101|allocated|c
            ripencc|SE|asn|64500|1|20100101|allocated|c

            """)
        #expect(origins.datasets == [OriginDataset(name: "ripencc delegated (list)", date: "2026-11-21")])
        let cases = [
            "192.0.2.0": "FR", "192.0.2.127": "FR", "192.0.2.128": "DE", "192.0.2.192": nil, "192.0.1.255": nil, "2001:db8:ffff::1": "SE",
            "2001:db9::": nil,
        ]
        for (text, country) in cases {
            let origin = origins.origin(of: try address(text))
            #expect(origin.country == country && origin.network == nil && (origin.countryDataset == nil) == (country == nil), "\(text)")
        }
    }

    @Test func listsAreReadWithAndWithoutNames() throws {
        let plain = try origins(
            "# name: Our list\n# date: 2026-11-01\n192.0.2.0/24,64500,FR\r\n198.51.100.0/24,0,ZZ\n203.0.113.0,203.0.113.63,AS64501,de,Name\n"
        )
        func of(_ text: String) -> AddressOrigin { IPAddress(text).map { plain.origin(of: $0) } ?? AddressOrigin() }
        #expect(plain.datasets == [OriginDataset(name: "Our list", date: "2026-11-01")])
        #expect(
            of("192.0.2.9").network == "AS64500" && of("192.0.2.9").country == "FR")
        #expect(
            of("198.51.100.1").network == "198.51.100.0/24"
                && of("198.51.100.1").country == nil)
        #expect(
            of("203.0.113.63").network == "AS64501"
                && of("203.0.113.64") == AddressOrigin())
        let named = try origins("country;name;prefix;asn\nFR;x;192.0.2.0/24;64500\n", date: "2026-10-01")
        #expect(named.origin(of: .v4(0xC000_0209)).country == "FR" && named.origin(of: .v4(0xC000_0209)).network == "AS64500")
        #expect(named.datasets.first?.date == "2026-10-01")
    }

    @Test func theInnermostRangeSays() throws {
        let origins = try origins(
            "192.0.2.0/24,64500\n192.0.2.64/26,64501\n192.0.2.64/28,64502\n192.0.2.120,192.0.2.200,64503\n0.0.0.0/0,64999\n")
        let cases: [String: String] = [
            "192.0.2.0": "AS64500", "192.0.2.63": "AS64500", "192.0.2.64": "AS64502", "192.0.2.80": "AS64501", "192.0.2.127": "AS64503",
            "192.0.2.200": "AS64503", "192.0.2.201": "AS64500", "192.0.3.0": "AS64999", "255.255.255.255": "AS64999", "0.0.0.0": "AS64999",
        ]
        for (text, network) in cases {
            let answer = origins.origin(of: try address(text))
            #expect(answer.network == network, "\(text)")
        }
        let other = origins.origin(of: try address("2001:db8::1"))
        #expect(other == AddressOrigin())
    }

    @Test func piecesSayWhatALookThroughAllSays() throws {
        var random = SplitMix(seed: 3)
        for _ in 0..<200 {
            let ranges = (0..<12).map { number -> RangeOrigins.Range in
                let first = UInt32(random.next() % 64), last = first + UInt32(random.next() % 20)
                return .init(.v4(first), .v4(last), network: "AS\(number + 1)", country: nil)
            }
            let origins = RangeOrigins(ranges, dataset: OriginDataset(name: "x", date: nil))
            for bits in UInt32(0)..<90 {
                let holding = ranges.enumerated().filter { $0.element.first.bits <= bits && bits <= $0.element.last.bits }
                let begin = holding.map(\.element.first.bits).max()
                let inner = holding.filter { $0.element.first.bits == begin }
                let shortest = inner.map(\.element.last.bits).min()
                let answer = origins.origin(of: .v4(bits)).network
                #expect(
                    inner.filter { $0.element.last.bits == shortest }.contains { $0.element.network == answer }
                        || (inner.isEmpty && answer == nil))
            }
        }
    }

    @Test func whatIsBrokenNamesItsLine() {
        for (text, line) in [
            ("192.0.2.0/24,1\nnothing\n", 2), ("2|x|1|1|1|20260101|+0\nx|FR|ipv4|192.0.2.0|-5|2|a\n", 2), ("a|b\n", 1),
            ("192.0.2.0,2001:db8::1,5", 1),
        ] {
            #expect(throws: OriginError.self, "\(text)") { try origins(text) }
            do { _ = try origins(text) } catch let error as OriginError { #expect(error.line == line, "\(text)") } catch {}
        }
        #expect(throws: OriginError.self) { try origins("") }
        #expect(throws: OriginError.self) { try OriginFile.origins([0xFF, 0xFE, 0x31], name: "x", date: nil) }
    }

    @Test func layersFillEachOther() throws {
        let networks = try origins("192.0.2.0/24,64500\n"), countries = try origins("192.0.2.0/23,FR\n")
        let both = LayeredOrigins([networks, countries])
        let origin = try both.origin(of: try address("192.0.2.1"))
        #expect(origin.network == "AS64500" && origin.country == "FR" && both.datasets.count == 2)
    }
}

extension IPAddress {
    fileprivate var bits: UInt32 {
        if case .v4(let bits) = self { bits } else { 0 }
    }
}
