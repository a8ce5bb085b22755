import FoundationEssentials
import MIME
import Messages
import TestSupport
import Testing

/// Authentication-Results and Received-SPF.
struct FieldsResultsTests {
    private struct Vectors: Decodable {
        struct Case: Decodable {
            var value: String
            var authservId: String
            var results: [[String: String]]
        }
        var cases: [Case]
    }

    private func read(_ text: String) -> AuthenticationResults {
        let bytes = Array(text.utf8)
        return AuthenticationResults(bytes.span, ByteRange(0, bytes.count))
    }

    private func message(_ text: String) -> Message {
        MailParser().parse(Array(text.utf8))
    }

    @Test func vectors() throws {
        guard let path = SharedData.vectors("authres/go-msgauth.json") else { return }
        var count = CaseCount("authres")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        for test in try decoder.decode(Vectors.self, from: Data(SharedData.bytes(at: path))).cases {
            let found = read(test.value)
            count.check(
                found.server == test.authservId && found.results.map(plain) == test.results.map { $0.filter { !$0.value.isEmpty } },
                "\(test.value.debugDescription): \(found)")
        }
        #expect(count.failed.isEmpty)
        #expect(count.report() > 0)
    }

    /// A result in the words of the vectors.
    private func plain(_ result: AuthenticationResults.Result) -> [String: String] {
        var plain = ["method": result.method, "Value": result.result]
        plain["Reason"] = result.reason
        for property in result.properties {
            switch (result.method, property.type, property.name) {
            case (_, "smtp", "mailfrom"): plain["From"] = property.value
            case (_, "smtp", "auth"): plain["Auth"] = property.value
            case (_, "header", "i"): plain["Identifier"] = property.value
            default:
                plain["HeaderKey"] = property.name
                plain["HeaderValue"] = property.value
            }
        }
        return plain
    }

    @Test func readsWhatTheGrammarAllows() throws {
        let found = read(
            "(at the border) \"mx.example.org\" (really) 1 ; SPF / 1 = Pass (a \\) b (inner)) reason = \"said \\\"yes\\\"\"\r\n\tsmtp . mailfrom = "
                + "\"jane doe\"@example.net ; dkim=fail header.d=example.net header.b=\"ab/c=\"; iprev=pass policy.iprev=\"2001:db8::1\" ;"
        )
        #expect(found.server == "mx.example.org")
        #expect(found.version == 1)
        #expect(found.defects.isEmpty)
        #expect(found.results.map(\.method) == ["spf", "dkim", "iprev"])
        let first = try #require(found.results.first)
        #expect(first.result == "pass")
        #expect(first.reason == "said \"yes\"")
        #expect(first["smtp", "mailfrom"] == "jane doe@example.net")
        #expect(first.comment == "a ) b (inner)")
        #expect(found.results(of: "dkim").first?["header", "b"] == "ab/c=")
        #expect(found.results(of: "iprev").first?["policy", "iprev"] == "2001:db8::1")
    }

    @Test func readsInternationalAddresses() {
        let found = read("mx.example.org; spf=pass smtp.mailfrom=用户@例子.example; auth=pass smtp.auth=@例子.example")
        #expect(found.results.first?["smtp", "mailfrom"] == "用户@例子.example")
        #expect(found.results.last?["smtp", "auth"] == "@例子.example")
        #expect(found.defects.isEmpty)
    }

    @Test(arguments: [
        ("", "", 0, "results.missing-server"),
        ("; none", "", 0, "results.missing-server"),
        ("dkim=none (not signed) header.d=none;dmarc=none action=none header.from=example.com", "", 2, "results.missing-server"),
        ("mx.example.org 2; spf=pass", "mx.example.org", 1, "results.unknown-version"),
        ("mx.example.org spf=pass; dkim=pass", "mx.example.org", 1, "results.malformed"),
        ("mx.example.org; spf; dkim=pass", "mx.example.org", 1, "results.malformed"),
        ("mx.example.org;; dkim=pass", "mx.example.org", 1, "results.malformed"),
        ("mx.example.org; dkim=; spf=pass", "mx.example.org", 1, "results.malformed"),
        ("mx.example.org; none; spf=pass", "mx.example.org", 1, "results.none-beside-results"),
        ("mx.example.org; spf=pass stray smtp.helo=a", "mx.example.org", 1, "results.malformed-property"),
        ("mx.example.org; spf=pass smtp.mailfrom=<a@b>", "mx.example.org", 1, "results.missing-quotes"),
        ("mx.example.org; spf=pass (never closed; dkim=pass", "mx.example.org", 1, "field.unclosed-comment"),
        ("mx.example.org; spf=pass reason=\"never closed; dkim=pass", "mx.example.org", 1, "field.unclosed-quote"),
    ])
    func saysWhatIsWrong(_ field: String, _ server: String, _ results: Int, _ defect: String) {
        let found = read(field)
        #expect(found.server == server)
        #expect(found.results.count == results)
        #expect(found.defects.contains { $0.kind.rawValue == defect })
    }

    @Test func staysWithinLimits() {
        let many = read("mx; " + String(repeating: "spf=pass smtp.helo=a; ", count: 20_000))
        #expect(many.results.count == FieldLimits.results)
        #expect(many.defects.contains { $0.kind == .resultsTooMany })
        let properties = read("mx; spf=pass " + String(repeating: "smtp.helo=a ", count: 20_000))
        #expect(properties.results.first?.properties.count == FieldLimits.resultProperties)
        for piece in ["(", "\"", ";", "=", ".", "/", "a=", "a.", "mx;a=b(", ")", "\\", "a.b=\""] {
            let found = read("mx; " + String(repeating: piece, count: 100_000))
            #expect(found.defects.count <= FieldLimits.defects)
        }
    }

    @Test func writtenComesBack() {
        let texts = [
            "pass", "a b", "", "\"", "\\", "a@b.example", "2001:db8::1", "jane doe@example.net", "é@例子.example", "x;y", "(z)",
            "a\r\nBcc: b", "=", "a@b@c",
            String(repeating: "x", count: 390),
        ]
        var count = CaseCount("written results")
        for first in texts {
            for second in texts {
                let result = AuthenticationResults.Result(
                    "dkim", "pass", version: 2, reason: first,
                    properties: [.init("header", "d", second), .init("smtp", "mailfrom", first)], comment: second)
                let value = AuthenticationResults(server: "mx.example.org", results: [result, .init("spf", "none")])
                var writer = FieldWriter()
                writer.authenticationResults(value)
                let bytes = writer.bytes
                let start = (bytes.firstIndex(of: 58) ?? 0) + 1
                let found = AuthenticationResults(bytes.span, ByteRange(start, bytes.count - 2))
                let wanted = AuthenticationResults.Result(
                    "dkim", "pass", version: 2, reason: FieldWriter.sanitised(first),
                    properties: [
                        .init("header", "d", FieldWriter.sanitised(second)), .init("smtp", "mailfrom", FieldWriter.sanitised(first)),
                    ], comment: FieldWriter.sanitised(second).split(separator: " ").joined(separator: " "))
                count.check(
                    found.results == [wanted, .init("spf", "none")] && found.defects.isEmpty && isOneField(bytes),
                    "\(first.debugDescription), \(second.debugDescription): \(String(decoding: bytes, as: UTF8.self)) \(found)")
            }
        }
        count.report()
        #expect(count.failed.isEmpty)
    }

    private func isOneField(_ bytes: [UInt8]) -> Bool {
        guard bytes.suffix(2) == [13, 10] else { return false }
        let lines = String(decoding: bytes.dropLast(2), as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false)
        return lines.dropFirst().allSatisfy { $0.first == " " } && lines.allSatisfy { $0.utf8.count <= FieldLimits.longestLine }
    }

    @Test func writesNone() {
        var writer = FieldWriter()
        writer.authenticationResults(AuthenticationResults(server: "mx.example.org", results: []))
        #expect(writer.bytes == Array("Authentication-Results: mx.example.org; none\r\n".utf8))
    }

    @Test func whatACarelessReaderTakesForAServerIsForgedToo() {
        let boundary = TrustBoundary(hosts: ["mx.example.org"])
        for claim in [
            "mx.example.org =; dmarc=pass", "(a) mx.example.org=x", "mx.example.org", "\"mx.example.org\";", "mx.example.org 2; x",
        ] {
            let bytes = Array(claim.utf8)
            let isClaim = AuthenticationResults.claims(boundary, bytes.span, ByteRange(0, bytes.count))
            #expect(isClaim, "\(claim)")
        }
        let other = Array("other.example; x=mx.example.org".utf8)
        let isClaim = AuthenticationResults.claims(boundary, other.span, ByteRange(0, other.count))
        #expect(!isClaim)
    }

    @Test func namesTheServerAndWhereTheResultsBegin() throws {
        for (field, name, rest) in [
            ("mx.example.org; spf=pass", "mx.example.org", "; spf=pass"), ("(a; b) \"mx;x\" 1 (c) ;none", "mx;x", ";none"),
            ("mx.example.org", "mx.example.org", ""),
        ] {
            let bytes = Array(field.utf8)
            let server = AuthenticationResults.server(bytes.span, ByteRange(0, bytes.count))
            let end = try #require(server?.end)
            #expect(server?.name == name && String(decoding: bytes[end...], as: UTF8.self) == rest)
        }
        let none = Array("mx.example.org =; dmarc=pass".utf8)
        let nobody = AuthenticationResults.server(none.span, ByteRange(0, none.count))
        #expect(nobody == nil)
    }

    @Test func fieldsGoWithTheirLineEnds() {
        let mail = message("A: 1\r\nB: 2\r\n 3\r\nC: 4\n\r\nB: 2\r\n")
        func without(_ fields: Int...) -> String {
            let ranges = fields.map { Int(mail.headers[$0].name.start)..<Int(mail.headers[$0].body.end) }
            return String(decoding: mail.bytes(withoutFields: ranges), as: UTF8.self)
        }
        #expect(without() == "A: 1\r\nB: 2\r\n 3\r\nC: 4\n\r\nB: 2\r\n")
        #expect(without(2, 0) == "B: 2\r\n 3\r\n\r\nB: 2\r\n")
        #expect(without(1, 1) == "A: 1\r\nC: 4\n\r\nB: 2\r\n")
        let cut = message("A: 1\r\nB: 2")
        let last = Int(cut.headers[1].name.start)..<Int(cut.headers[1].body.end)
        #expect(String(decoding: cut.bytes(withoutFields: [last]), as: UTF8.self) == "A: 1\r\n")
    }

    @Test func readsReceivedSPF() {
        let bytes = Array(
            "Pass (mx.example.org: domain of a@example.com\r\n designates 192.0.2.1) client-ip=192.0.2.1; envelope-from=\"a@example.com\"; helo=mail.example.com;"
                .utf8)
        let found = ReceivedSPF(bytes.span, ByteRange(0, bytes.count))
        #expect(found.result == "pass")
        #expect(found.comment == "mx.example.org: domain of a@example.com designates 192.0.2.1")
        #expect(found["client-ip"] == "192.0.2.1")
        #expect(found["envelope-from"] == "a@example.com")
        #expect(found["helo"] == "mail.example.com")
        #expect(found.defects.isEmpty)
        var writer = FieldWriter()
        writer.receivedSPF(found)
        let written = writer.bytes
        #expect(isOneField(written))
        #expect(ReceivedSPF(written.span, ByteRange(13, written.count - 2)) == found)
    }

    @Test func readsAnyReceivedSPF() {
        for text in ["", "(", "pass", "pass client-ip=1 helo=b", "none;;;=;", "fail x=\"", "softfail stray words here"] {
            let bytes = Array(text.utf8)
            let found = ReceivedSPF(bytes.span, ByteRange(0, bytes.count))
            #expect(found.defects.count <= FieldLimits.defects)
        }
        let loose = Array("pass client-ip=192.0.2.1 helo=b".utf8)
        #expect(ReceivedSPF(loose.span, ByteRange(0, loose.count))["helo"] == "b")
    }
}
