import Messages
import Testing

@testable import Authentication

/// What the author’s domain asks for, and who speaks for it.
@Suite struct PolicySignTests {
    static let cases: [SignCase] = [

        SignCase(
            "dmarc-reject", .failed(), twins: .failed(wish: .quarantine), .failed(wish: .none), .proved(), .throughHandler()
        ),
        // Anybody can put on the marks of a list.
        SignCase("dmarc-reject", .throughList(), strength: 0.5),
        SignCase("dmarc-quarantine", .failed(wish: .quarantine), twins: .failed(), .failed(wish: .none), .proved()),
        SignCase("dmarc-none", .failed(wish: .none), twins: .failed(), .failed(wish: .quarantine), .mail(), .proved()),
        SignCase(
            "through-list", .throughList(wish: .none), twins: .throughList(), .failed(), .proved(),
            // A list that nobody proves, and one that did not change the mail.
            .failed { $0.list = .init(name: "seeds.hawk.example") },
            .failed { facts in
                facts.list = .init(name: "seeds.hawk.example", isSender: true, isSigner: true)
            }),
        SignCase(
            "trusted-handler", .throughHandler(),
            // Anybody's word is nothing, nor is that of one that we trust and that saw nothing.
            twins: .failed { $0.handler = .init(domain: "relay.example", sawAuthor: true) },
            .failed { $0.handler = .init(domain: "relay.example", isTrusted: true) }),
        SignCase("vouched", .proved { $0.voucher = "voucher.example" }, twins: .proved()),
        SignCase(
            "nothing-proved", .mail(), twins: .proved(), .unknown, .mail { $0.areAllSignaturesKnown = false },
            .mail { $0.signatures = [.brokenOfAuthor] }, .mail { $0.sender?.result = .neutral }),
    ]

    @Test(arguments: cases) func speaksAndIsSilent(example: SignCase) throws { try example.verify() }
}
