import AddressOrigins
import Foundation
import MaxMindOrigins
import Messages
import TestSupport
import Testing

/// Origins out of databases in MaxMind's format; the databases are made here.
struct MaxMindOriginsTests {
    private func address(_ text: String) throws -> IPAddress { try #require(IPAddress(text)) }

    private func written(_ bytes: [UInt8]) throws -> String {
        let path = NSTemporaryDirectory() + "chaffinch-\(UUID().uuidString).mmdb"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    private let database = MaxMindFile(
        type: "Test-Networks", built: 1_793_491_200,
        networks: [
            ("192.0.2.0/24", .map(["autonomous_system_number": .number(64500), "country": .map(["iso_code": .text("FR")])])),
            ("198.51.100.0/25", .map(["asn": .text("AS64501"), "country": .text("DE")])),
            ("203.0.113.0/24", .map(["registered_country": .map(["iso_code": .text("ZZ")])])),
            ("2001:db8::/32", .map(["autonomous_system_number": .number(64502)])),
        ])

    @Test func networksAndCountriesAreTold() throws {
        let path = try written(database.bytes)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let origins = try MaxMindOrigins(path: path)
        let dataset = OriginDataset(name: "Test-Networks", date: "2026-11-01")
        #expect(origins.datasets == [dataset])
        let cases: [(String, String?, String?)] = [
            ("192.0.2.1", "AS64500", "FR"), ("198.51.100.1", "AS64501", "DE"), ("198.51.100.200", nil, nil), ("203.0.113.1", nil, nil),
            ("2001:db8::1", "AS64502", nil), ("2001:db9::1", nil, nil), ("10.0.0.1", nil, nil),
        ]
        for (text, network, country) in cases {
            let origin = try origins.origin(of: try address(text))
            #expect(origin.network == network && origin.country == country, "\(text)")
            #expect(origin.networkDataset == (network == nil ? nil : dataset) && origin.countryDataset == (country == nil ? nil : dataset))
        }
    }

    @Test func whatIsDamagedIsNotUsed() throws {
        #expect(throws: OriginError.self) { try MaxMindOrigins(path: "/nowhere/at-all.mmdb") }
        for bytes in [[], Array("no database".utf8), Array(database.bytes.prefix(100))] {
            let path = try written(bytes)
            defer { try? FileManager.default.removeItem(atPath: path) }
            #expect(throws: OriginError.self) { try MaxMindOrigins(path: path) }
        }
    }

    @Test func noChangedByteDoesHarm() throws {
        let whole = database.bytes
        var run = 0
        for index in stride(from: 0, to: whole.count, by: max(1, whole.count / 400)) {
            var changed = whole
            changed[index] ^= 0xA5
            let path = try written(changed)
            defer { try? FileManager.default.removeItem(atPath: path) }
            run += 1
            // It is refused, or answers; it does not end the program.
            guard let origins = try? MaxMindOrigins(path: path) else { continue }
            for text in ["192.0.2.1", "198.51.100.1", "2001:db8::1", "::1"] { _ = try? origins.origin(of: try address(text)) }
        }
        #expect(run > 300)
    }
}
