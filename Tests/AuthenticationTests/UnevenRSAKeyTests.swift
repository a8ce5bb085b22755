import Messages
import Testing

@testable import Authentication

/// RSA keys whose size is no multiple of eight bits (RFC 8301 section 3.2: verifiers take every size from 1024 bits on).
struct UnevenRSAKeyTests {
    /// A mail of the workbench signed by another program, with a key that no signer here would make: one as SubjectPublicKeyInfo, one alone.
    struct SignedElsewhere: Sendable, CustomTestStringConvertible {
        let bits: Int
        let key: String
        let field: String

        var mail: String { String(decoding: DKIMWorkbench.sent(field + DKIMWorkbench.mail), as: UTF8.self) }
        var testDescription: String { "\(bits) bits" }
    }

    static let mails = [
        SignedElsewhere(
            bits: 1030,
            key: """
                MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgSz7NiDRk6w8gUPXElSCIqIN1JUhA+yFvS7/fwb3LnI2GEswyov9eFUGXlN3u/r9iFSQxM8J4T\
                lhYqz8vCyZFr7apvqctA5HUzdFfcpyrF3T45dyAE/XCWhsqELRFMADKm0xqXRG/JofbFq1+HOyMWr+Kj20M/jcWg3VQoaTtdMOCQIDAQAB
                """,
            field: """
                DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.org;
                 i=@example.org; q=dns/txt; s=a; t=1795290683; h=from : to : subject;
                 bh=TjKZT04mnAOMz6zeirMp9SIBYuN0X0AfX3RUOWqXMOU=;
                 b=EsdZ5Tw1dPwj2a6ZGPxTUPJzTsh8ycvPJViwQ73pdAqjirXsNrYvwSip/jwTi2fPke3le
                 K5xUL39LF6nZBxkxM9jHAycHrFLs9aYfdG0QGADVwlgEBsgE6dkgvQjm8N5hdLAAbUW95JX
                 cfGAwxzO7eTNrHG4G+3uVbq7K36kIAxb

                """),
        SignedElsewhere(
            bits: 1025,
            key: """
                MIGJAoGBAZsgITdmRB79+1RXu9q9HQu+HJAbkJjzWG6v64R7kdrv9ixk0YGXk2Y52WFbvYPKgjv6KZri8PuNOTQXdMOLfH9fnCGqj1NbkV32ND\
                cx4dq8WV+R24lca83KP9XuoiSbFrBflzJ0W3jAIujv+d4FjiW1w51U9//ihNxJhoi+C+UDAgMBAAE=
                """,
            field: """
                DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.org;
                 i=@example.org; q=dns/txt; s=a; t=1795290683; h=from : to : subject;
                 bh=TjKZT04mnAOMz6zeirMp9SIBYuN0X0AfX3RUOWqXMOU=;
                 b=ANfRFBcp3ge9w/S5xe6M+5CLEG4YFAuu+YV2/1m48z4OSfWCt5N1tmoI3S1V7B0iXYC2y
                 zYN4LmDGs84xY3PK1gFBzvl4V0NgSyam4QPLyzWGe/KtosMxEAN3gcV5BzP+puo5JMn5aO0
                 ebtUrIJsNqwyTFZ3mRkK2eWakQxhbCvQ

                """),
    ]

    @Test(arguments: mails) func verifies(_ signed: SignedElsewhere) async throws {
        #expect(try DKIMKeyRecord(Array("p=\(signed.key)".utf8)).bits == signed.bits)
        let workbench = try DKIMWorkbench(record: "v=DKIM1; p=\(signed.key)")
        let later = Timestamp(seconds: DKIMWorkbench.moment.seconds + 86_400)
        #expect(try await workbench.outcome(of: signed.mail, at: later).result == .pass)
        #expect(try await workbench.problem(of: signed.mail.replacing("noon", with: "nine"), at: later) == .bodyDiffers)
        #expect(try await workbench.problem(of: signed.mail.replacing("Lunch", with: "Dinner"), at: later) == .signatureDiffers)
    }

    @Test func anotherKeyOfTheSameSizeDoesNotVerify() async throws {
        let (first, second) = (Self.mails[0], Self.mails[1])
        let workbench = try DKIMWorkbench(record: "v=DKIM1; p=\(second.key)")
        let later = Timestamp(seconds: DKIMWorkbench.moment.seconds + 86_400)
        #expect(try await workbench.problem(of: first.mail, at: later) == .signatureDiffers)
    }

    @Test func signaturesOfAnyLengthAreNoneButTheirs() throws {
        let der = try Base64.decode(Array(Self.mails[0].key.utf8)[...]).get()
        let key = try #require(UnevenRSAKey(der: der))
        for length in [0, 1, 128, 129, 130, 4096] {
            for digest in [0, 20, 31, 32, 64] {
                #expect(!key.verifies(Array(repeating: 0, count: length), of: Array(repeating: 0, count: digest)))
            }
        }
        #expect(UnevenRSAKey(der: []) == nil)
        for length in 0..<der.count { #expect(UnevenRSAKey(der: Array(der.prefix(length))) == nil) }
        #expect(UnevenRSAKey(der: der + [0]) == nil)
    }
}
