import MIME
import Messages
import TestSupport
import Testing

/// The header tables are what another parser once gave. Where that contradicts an RFC the case is skipped, by its place in the
/// table, with the section that decides.
struct FieldsHeaderTableTests {
    @Test func addresses() throws {
        guard let cases = try HeaderCase.table("address") else { return }
        let skipped: [Int: String] = [
            9: "a fold behind a backslash is unfolded first, so the pair quotes a space (RFC 5322 section 2.2.3)",
            10: "a comment behind a group is no member (RFC 5322 section 3.4)",
            11: "a comment in an empty group is no member (RFC 5322 section 3.4)",
            13: "routes are no part of an address, nor is white space beside its dots (RFC 5322 section 4.4)",
            14: "white space beside the dots of a domain is no part of it (RFC 5322 section 4.4)",
        ]
        var count = CaseCount("header-tables address")
        for (index, entry) in cases.enumerated() {
            if let reason = skipped[index] {
                count.skip(because: reason)
                continue
            }
            let body = entry.body
            let expected = flattened(entry.expected)
            let found =
                expected.contains { $0.contains("://") || $0.contains("mailto:") || $0.hasSuffix("|NO|") }
                ? ListURIs(body.span, ByteRange(all: body)).items.map { "\($0.comment)|\($0.uri)|" }
                : Addresses(body.span, ByteRange(all: body)).mailboxes.map(described)
            count.check(found == expected, "\(index): \(entry.header) gave \(found), expected \(expected)")
        }
        #expect(count.report() > 50)
        #expect(count.failed.isEmpty)
    }

    /// Name with comment, address with the domain in lower case, group.
    private func described(_ mailbox: Mailbox) -> String {
        let name =
            mailbox.comment.isEmpty
            ? mailbox.displayName
            : mailbox.displayName.isEmpty
                ? mailbox.comment : "\(mailbox.displayName) (\(mailbox.comment))"
        return "\(name)|\(mailbox.address)|\(mailbox.group ?? "")"
    }

    private func flattened(_ expected: JSONValue) -> [String] {
        func line(_ entry: JSONValue, _ group: String) -> String {
            let parts = (entry["address"]?.string ?? "").split(separator: "@", maxSplits: 1)
            let isURI = parts.first?.contains(":") == true
            let address = parts.count == 2 && !isURI ? "\(parts[0])@\(parts[1].lowercased())" : parts.joined(separator: "@")
            return "\(entry["name"]?.string ?? "")|\(address)|\(group)"
        }
        if let list = expected["List"]?.array { return list.map { line($0, "") } }
        return (expected["Group"]?.array ?? []).flatMap { group in
            (group["addresses"]?.array ?? []).map { line($0, group["name"]?.string ?? "") }
        }
    }

    @Test func unstructured() throws {
        guard let cases = try HeaderCase.table("unstructured") else { return }
        let noSpace = "no space is added where the field has none before or behind an encoded word (RFC 2047 section 6.2)"
        let skipped = [21: noSpace, 22: noSpace, 27: noSpace, 28: noSpace]
        var count = CaseCount("header-tables unstructured")
        for (index, entry) in cases.enumerated() {
            if let reason = skipped[index] {
                count.skip(because: reason)
                continue
            }
            let body = entry.body
            let found = UnstructuredText.text(body.span, ByteRange(all: body))
            count.check(found == entry.expected.string, "\(index): \(entry.header) gave \(found)")
        }
        #expect(count.report() > 20)
        #expect(count.failed.isEmpty)
    }

    @Test func dates() throws {
        guard let cases = try HeaderCase.table("date") else { return }
        let skipped = [12: "a row of numbers without a colon is no time (RFC 5322 section 3.3)"]
        var count = CaseCount("header-tables date")
        for (index, entry) in cases.enumerated() {
            if let reason = skipped[index] {
                count.skip(because: reason)
                continue
            }
            let body = entry.body
            let value =
                body.contains(59) ? ReceivedField(body.span, ByteRange(all: body)).date : DateTimeValue(body.span, ByteRange(all: body))
            let expected = moment(entry.expected)
            count.check(
                value?.timestamp == expected?.0 && (expected == nil || value?.offsetMinutes == expected?.1),
                "\(index): \(entry.header) gave \(String(describing: value))")
        }
        #expect(count.report() > 35)
        #expect(count.failed.isEmpty)
    }

    private func moment(_ expected: JSONValue) -> (Timestamp, Int)? {
        guard let year = expected["year"]?.number, let month = expected["month"]?.number, let day = expected["day"]?.number,
            let hour = expected["hour"]?.number, let minute = expected["minute"]?.number, let second = expected["second"]?.number
        else { return nil }
        let size = (expected["tz_hour"]?.number ?? 0) * 60 + (expected["tz_minute"]?.number ?? 0)
        let offset = expected["tz_before_gmt"]?.bool == true ? -size : size
        return Timestamp(year: year, month: month, day: day, hour: hour, minute: minute, second: second, offsetMinutes: offset).map {
            ($0, offset)
        }
    }

    @Test func messageIDs() throws {
        guard let cases = try HeaderCase.table("id") else { return }
        let skipped = [6: "white space and comments are no part of an id (RFC 5322 section 4.5.4)"]
        var count = CaseCount("header-tables id")
        for (index, entry) in cases.enumerated() {
            if let reason = skipped[index] {
                count.skip(because: reason)
                continue
            }
            let body = entry.body
            let found = MessageIDs(body.span, ByteRange(all: body)).ids
            count.check(found == (entry.expected.array ?? []).compactMap(\.string), "\(index): \(entry.header) gave \(found)")
        }
        #expect(count.report() > 5)
        #expect(count.failed.isEmpty)
    }

    @Test func lists() throws {
        guard let cases = try HeaderCase.table("list") else { return }
        var count = CaseCount("header-tables list")
        for (index, entry) in cases.enumerated() {
            let body = entry.body
            let found = Phrases(body.span, ByteRange(all: body)).phrases
            count.check(found == (entry.expected.array ?? []).compactMap(\.string), "\(index): \(entry.header) gave \(found)")
        }
        #expect(count.report() > 5)
        #expect(count.failed.isEmpty)
    }

    @Test func contentTypes() throws {
        guard let cases = try HeaderCase.table("content_type") else { return }
        let skipped: [Int: String] = [
            31: "the charset of an extended value stands in its first section only (RFC 2231 section 4.1)",
            34: "white space between encoded words is no part of the text (RFC 2047 section 6.2)",
            55: "a quoted string that never ends has no value (RFC 5322 section 3.2.4)",
            56: "a quoted string that never ends has no value (RFC 5322 section 3.2.4)",
            61: "names with asterisks in the middle are none (RFC 2231 section 7)",
        ]
        var count = CaseCount("header-tables content_type")
        for (index, entry) in cases.enumerated() {
            if let reason = skipped[index] {
                count.skip(because: reason)
                continue
            }
            let body = entry.body
            let found = ParameterisedValue(body.span, ByteRange(all: body))
            if entry.expected.isNull {
                count.check(found.type.isEmpty, "\(index): \(entry.header) gave \(found)")
                continue
            }
            var expected: [String: String] = [:]
            for pair in entry.expected["attributes"]?.array ?? [] {
                if let name = pair.array?.first?.string, let value = pair.array?.last?.string { expected[name.lowercased()] = value }
            }
            var parameters: [String: String] = [:]
            for parameter in found.parameters {
                parameters[parameter.name] = parameter.value
                if !parameter.language.isEmpty { parameters["\(parameter.name)-language"] = parameter.language }
            }
            let isRight =
                found.type == entry.expected["c_type"]?.string?.lowercased()
                && found.subtype == entry.expected["c_subtype"]?.string?.lowercased() && parameters == expected
            count.check(isRight, "\(index): \(entry.header) gave \(found)")
        }
        #expect(count.report() > 90)
        #expect(count.failed.isEmpty)
    }
}
