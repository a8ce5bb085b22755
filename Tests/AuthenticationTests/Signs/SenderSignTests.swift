import Messages
import Testing

@testable import Authentication

/// What SPF and Sender ID say.
@Suite struct SenderSignTests {
    static let cases: [SignCase] = [

        SignCase(
            "spf-fail", .mail { $0.sender?.result = .fail },
            // A forwarder: the author's signature holds. A list, and a handler that we trust, explain it too.
            twins: .mail {
                $0.sender?.result = .fail
                $0.signatures = [.goodOfAuthor]
            }, .throughHandler(), .mail(), .unknown,
            .mail { $0.sender = nil }),
        SignCase(
            "spf-softfail", .mail { $0.sender?.result = .softfail }, twins: .mail { $0.sender?.result = .fail },
            .proved { $0.sender?.result = .softfail }),
        SignCase("spf-error", .mail { $0.sender?.result = .permerror }, twins: .mail(), .proved { $0.sender?.result = .permerror }),
        SignCase(
            "spf-unaligned", .failed(), twins: .proved(), .throughList(),
            .proved {
                $0.sender = .init(.pass, domain: "hawk.example")
                $0.signatures = [.goodOfAuthor]
            }),
        SignCase(
            "helo-fail", .mail { $0.helo = .init(.fail, domain: "mail.hawk.example", isHELO: true) }, twins: .mail(),
            .proved { $0.helo = .init(.fail, domain: "mail.hawk.example", isHELO: true) }),
        SignCase(
            "forwarded",
            .mail {
                $0.sender?.result = .fail
                $0.signatures = [.goodOfAuthor]
            }, twins: .mail { $0.sender?.result = .fail },
            .proved { $0.signatures = [.goodOfAuthor] }),
        SignCase(
            "responsible-fail", .mail { $0.responsible = .init(.fail, domain: "chaffinch.example") },
            twins: .mail { $0.responsible = .init(.pass, domain: "chaffinch.example") },
            .proved { $0.responsible = .init(.fail, domain: "chaffinch.example") }),
    ]

    @Test(arguments: cases) func speaksAndIsSilent(example: SignCase) throws { try example.verify() }
}
