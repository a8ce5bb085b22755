import Messages
import Resolving
import Testing

@testable import Authentication

/// Signatures of our own (RFC 6376 section 5).
struct DKIMSigningTests {
    private static let pairs = Canonicalisation.allCases.flatMap { header in
        Canonicalisation.allCases.map { Canonicalisation.Pair(header: header, body: $0) }
    }

    @Test(arguments: [DKIMAlgorithm.rsaSHA256, .ed25519SHA256], pairs)
    func whatIsSignedVerifies(_ algorithm: DKIMAlgorithm, _ pair: Canonicalisation.Pair) async throws {
        let workbench = try DKIMWorkbench(algorithm)
        let bodies = ["", "\n", "\n\n", "text", "text\n", " \n\t\n", "a  b\t\n\n c \n\n\n", "\u{E4}\n\r\n", ".\n..\n"]
        for body in bodies {
            let mail = DKIMWorkbench.mail.replacing("See you  at noon.\n", with: body)
            let signed = try workbench.signed(mail) { $0.canonicalisation = pair }
            #expect(try await workbench.problem(of: signed) == nil, "\(pair) \(body.debugDescription)")
        }
    }

    @Test(arguments: pairs)
    func whiteSpaceMayChangeAsFarAsItIsRelaxed(_ pair: Canonicalisation.Pair) async throws {
        let workbench = try DKIMWorkbench()
        let mail = try workbench.signed { $0.canonicalisation = pair }
        let body = mail.replacing("you  at noon.", with: "you at noon. ")
        #expect(try await workbench.problem(of: body) == (pair.body == .relaxed ? nil : .bodyDiffers))
        let header = mail.replacing("\r\nSubject: Lunch", with: "\r\nsubject :\r\n  Lunch ")
        #expect(try await workbench.problem(of: header) == (pair.header == .relaxed ? nil : .signatureDiffers))
        let end = mail + "\r\n\r\n"
        #expect(try await workbench.problem(of: end) == nil)
    }

    @Test func filesWithLineFeedsAreSignedAsTheyAreSent() async throws {
        let workbench = try DKIMWorkbench()
        for pair in Self.pairs {
            var signer = workbench.signer
            signer.canonicalisation = pair
            let file = Array(DKIMWorkbench.mail.utf8)
            let field = try signer.field(for: RawMail(file), at: DKIMWorkbench.moment)
            #expect(!field.contains(0x0D))
            let sent = DKIMWorkbench.sent(String(decoding: field + file, as: UTF8.self))
            #expect(try await workbench.problem(of: String(decoding: sent, as: UTF8.self)) == nil)
            #expect(try await workbench.problem(of: String(decoding: field + file, as: UTF8.self)) == nil)
        }
    }

    @Test func theSameIsSignedTheSame() throws {
        for algorithm in [DKIMAlgorithm.rsaSHA256, .ed25519SHA256] {
            let workbench = try DKIMWorkbench(algorithm)
            #expect(try workbench.signed() == workbench.signed())
        }
    }

    @Test func linesAreShort() throws {
        let workbench = try DKIMWorkbench(.rsaSHA256)
        let mail = try workbench.signed { $0.validity = 86_400 }
        for line in mail.split(separator: "\r\n") { #expect(line.utf8.count <= 78, "\(line)") }
        #expect(mail.contains("t=1795258800"))
        #expect(mail.contains("x=1795345200"))
        #expect(!mail.contains("\r\n\r\nFrom"))
    }

    @Test func fieldsAreCoveredOnceMoreThanTheyAreThere() async throws {
        let workbench = try DKIMWorkbench()
        let mail = "To: a@example.org\n" + DKIMWorkbench.mail
        let outcome = try await workbench.outcome(of: try workbench.signed(mail))
        let names = outcome.signatures[0].signedFields.map(\.name)
        #expect(names.count { $0 == "to" } == 3)
        #expect(names.count { $0 == "cc" } == 1)
        #expect(names.count { $0 == "list-id" } == 0)
    }

    @Test func identitiesAreChecked() async throws {
        let workbench = try DKIMWorkbench()
        let below = try #require(DomainName("mail.example.org"))
        let mail = try workbench.signed { $0.identityDomain = below }
        #expect(try await workbench.outcome(of: mail).signatures[0].signature?.identityDomain == below)
        let other = try #require(DomainName("example.net"))
        #expect(throws: DKIMSigner.Problem.identityOutsideDomain) { try workbench.signed { $0.identityDomain = other } }
    }

    @Test func readsEveryFormOfKey() throws {
        let one = """
            -----BEGIN RSA PRIVATE KEY-----
            MIICXAIBAAKBgQC6btJ6G2mtV1vFPFmnmh4ql1+lrvyfGMHjSgxWN0aOYKqp9U8v
            0JQ0I6szoaZuSGqb+yfhKf4VOUmZ+37HzLe2J++4kcklQluyeRznrBv8/zJ6mwbZ
            P9TYcg3/DepS23U/WFZV9xh6QNBkEapB6ugAr/NQz152oznRH2LR3FjrYQIDAQAB
            AoGAEBKRzrkiSTFo1f439H0S8LUQJ+aIHOczf/bYTW6ChK/Mxs5BP2wJ+tzAW7kp
            8gQIPN5QN9c48nd34vCNo4gApmvTGZvZXUQoP/ky7mFidOktTsB+3/e5GNwoqdE3
            F992D3DAjLtpr5O8/N9rbvzMn8BqWdAmD9rE6TITKa2aD8kCQQDqrWREf5W8QI6X
            bcURStxjhvubxturxxuW9+atFFH6FkVpwzG26OQLZlIznZdhl1bmMk11zqfDMB1N
            KkMyo4ZPAkEAy19DOPHKW4lrCvcyW7U0BGqGb9D18G/xW7JqNpDm8CUexvl5b0oA
            tm5NHTKG0l86XqMZKqBkLaoChlsvYyC3TwJBAMioy9Q6F2ko9gOK63cWwI0lbNxM
            06X0kKWsgIQ7nMCu7Fk7erXAOsV4jw7tT/Q1OCuKlWsG8bFW4acKXPzej8cCQHbQ
            YOWT3TU9Q1xUrwcFBi7OTVxmKEkgHVIFGihm34TNKv30Ig3ynhf2uPal3j5phCBm
            CP3uVpiXCoKUI0s2geECQCF6sZqjmfJP2CQBjmThctlcdGMiPMZ0KqATplf2SQnz
            pYGBQ/1yUO7rfEsJF58+qZ1RZxauzzRaIlZmeT6nlAE=
            -----END RSA PRIVATE KEY-----
            """
        let rsa = try DKIMSigningKey(Array(one.utf8))
        #expect(rsa.algorithm == .rsaSHA256 && rsa.bits == 1024)
        #expect(try rsa.record == DKIMWorkbench(.rsaSHA256).key.record)
        let edwards = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIFERzldvpOjF6Q3pa30CU3yQZlSjWrAIa0nRlfEqdRbO
            -----END PRIVATE KEY-----
            """
        let wrapped = try DKIMSigningKey(Array(edwards.utf8))
        #expect(wrapped.record == "v=DKIM1; k=ed25519; p=4BB1Pd2YthI+yRM4IdnSdp5Mgy3sms7a1a7kWGwQjMw=")
        #expect(try wrapped.record == DKIMWorkbench(.ed25519SHA256).key.record)
        #expect(try DKIMSigningKey(Array(one.replacing("\n", with: "\r\n").utf8)).bits == 1024)
    }

    @Test func otherFilesAreNoKeys() {
        let files = [
            "", "AAAA", "not a key", "-----BEGIN PRIVATE KEY-----", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
            "-----BEGIN RSA PRIVATE KEY-----\n\n-----END RSA PRIVATE KEY-----",
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END X-----",
            "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
        ]
        for file in files {
            #expect(throws: DKIMSigningKey.Problem.notAKey, "\(file)") { try DKIMSigningKey(Array(file.utf8)) }
        }
    }

    @Test func keysChangeByTheCalendar() throws {
        let (rsa, edwards) = (try DKIMWorkbench(.rsaSHA256).key, try DKIMWorkbench(.ed25519SHA256).key)
        func entry(_ selector: String, _ key: DKIMSigningKey, _ from: Int64, _ until: Int64? = nil) throws -> DKIMSelectorSchedule.Entry {
            DKIMSelectorSchedule.Entry(
                selector: try #require(DomainName(selector)), key: key, from: Timestamp(seconds: from),
                until: until.map { Timestamp(seconds: $0) })
        }
        let schedule = DKIMSelectorSchedule([
            try entry("old", rsa, 0), try entry("new", rsa, 100), try entry("brief", rsa, 200, 300), try entry("ed", edwards, 150, 250),
        ])
        func selectors(_ moment: Int64) -> [String] { schedule.entries(at: Timestamp(seconds: moment)).map(\.selector.description) }
        #expect(selectors(-1) == [])
        #expect(selectors(0) == ["old"])
        #expect(selectors(100) == ["new"])
        #expect(selectors(200) == ["brief", "ed"])
        #expect(selectors(250) == ["brief"])
        #expect(selectors(300) == ["new"])
        let domain = try #require(DomainName("example.org"))
        #expect(schedule.signers(for: domain, at: Timestamp(seconds: 200)).map(\.selector.description) == ["brief", "ed"])
    }
}
