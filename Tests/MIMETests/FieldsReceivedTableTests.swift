import MIME
import Messages
import TestSupport
import Testing

struct FieldsReceivedTableTests {
    /// From, by, address and date are the gate; the optional words are counted, because the recorded parser cut many of them.
    @Test func received() throws {
        guard let cases = try HeaderCase.table("received") else { return }
        var count = CaseCount("header-tables received")
        var optional = CaseCount("header-tables received, optional words")
        for (index, entry) in cases.enumerated() {
            let body = entry.body
            let found = ReceivedField(body.span, ByteRange(all: body))
            let expected = entry.expected
            if let reason = FieldsReceivedTableTests.skipped[index] {
                count.skip(because: reason)
            } else {
                let isRight =
                    isSame(found.from, expected["from"]) && isSame(found.by, expected["by"])
                    && hasAddress(found, expected) && hasDate(found, expected)
                count.check(isRight, "\(index): \(entry.header) gave \(found), expected \(expected)")
            }
            for (name, value) in [("with", found.with), ("id", found.id), ("for_", found.for), ("via", found.via)] {
                guard let wanted = expected[name]?.string else { continue }
                optional.check(value?.lowercased() == wanted.lowercased(), "\(index) \(name): \(value ?? "none") for \(wanted)")
            }
            for (name, value) in [("from_iprev", found.reverseName)] {
                guard let wanted = expected[name]?.string else { continue }
                optional.check(value == wanted, "\(index) \(name): \(value ?? "none") for \(wanted)")
            }
            if let wanted = expected["helo"] { optional.check(isSame(found.helo, wanted), "\(index) helo: \(found.helo ?? "none")") }
        }
        #expect(count.report() > 150)
        #expect(count.failed.isEmpty)
        #expect(optional.report() > 300)
        #expect(optional.failed.count < 10)
    }

    /// Cases, by their place in the table, where the recorded values are not what the field says.
    private static let skipped: [Int: String] = {
        let reasons: [(String, [Int])] = [
            ("the date is in ctime's order; the record took the fields for others", [13, 117, 118, 151]),
            ("PST and PDT are zones (RFC 5322 section 4.3); the record has UTC", [67, 163]),
            ("years below 50 are of this century (RFC 5322 section 4.3); the record has 19xx", [89, 90, 128]),
            ("a second with a fraction is a second; the record has 0", [144]),
            (
                "the address behind an ident name is TCP information (RFC 5321 section 4.4); the record has none",
                [64, 86, 87, 97, 116, 119]
            ),
            ("the first `by` names the receiving host (RFC 5321 section 4.4); the record has a later word", [123]),
            ("the word after `from` ends at white space (RFC 5321 section 4.4); the record cut it at a slash", [125]),
            ("words inside comments are not clauses (RFC 5321 section 4.4)", [165, 171]),
        ]
        return Dictionary(uniqueKeysWithValues: reasons.flatMap { reason in reason.1.map { ($0, reason.0) } })
    }()

    private func isSame(_ found: String?, _ expected: JSONValue?) -> Bool {
        if let address = expected?["IpAddr"]?.string {
            return found.map { $0.filter { $0 != "[" && $0 != "]" } } == address
        }
        return found == expected?["Name"]?.string
    }

    /// The recorded parser keeps a literal after `from` apart from the TCP information; both are one address here.
    private func hasAddress(_ found: ReceivedField, _ expected: JSONValue) -> Bool {
        let wanted = expected["from_ip"]?.string ?? expected["from"]?["IpAddr"]?.string
        return found.address == wanted.flatMap { IPAddress($0) }
    }

    private func hasDate(_ found: ReceivedField, _ expected: JSONValue) -> Bool {
        guard let date = expected["date"], let year = date["year"]?.number, let month = date["month"]?.number,
            let day = date["day"]?.number, let hour = date["hour"]?.number, let minute = date["minute"]?.number,
            let second = date["second"]?.number
        else { return found.date?.timestamp == nil }
        let size = (date["tz_hour"]?.number ?? 0) * 60 + (date["tz_minute"]?.number ?? 0)
        return found.date?.timestamp
            == Timestamp(
                year: year, month: month, day: day, hour: hour, minute: minute, second: second,
                offsetMinutes: date["tz_before_gmt"]?.bool == true ? -size : size)
    }
}
