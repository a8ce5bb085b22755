import Messages
import Testing

@testable import Authentication

/// What signatures say beside a pass.
@Suite struct SignatureSignTests {
    static let cases: [SignCase] = [

        SignCase(
            "broken-signature", .mail { $0.signatures = [.brokenOfAuthor] },
            twins: .mail { $0.signatures = [.goodOfAuthor] }, .mail { $0.signatures = [.brokenOfAuthor, .goodOfAuthor] },
            .mail { $0.signatures = [.init(.fail, domain: "hawk.example")] }, .throughList(), .throughHandler()),
        SignCase(
            "broken-signature",
            .mail { $0.signatures = [.init(.permerror, domain: "chaffinch.example", isAligned: true, flaws: [.noKey])] },
            strength: 0.5),
        SignCase(
            "weak-signature", .mail { $0.signatures = [.init(.policy, domain: "chaffinch.example", isAligned: true, flaws: [.weak])] },
            twins: .mail { facts in
                facts.signatures = [.init(.policy, domain: "chaffinch.example", isAligned: true, flaws: [.weak]), .goodOfAuthor]
            }, .mail { $0.signatures = [.init(.policy, domain: "hawk.example", flaws: [.weak])] }),
        SignCase(
            "expired-signature",
            .mail { $0.signatures = [.init(.policy, domain: "chaffinch.example", isAligned: true, flaws: [.expired])] },
            twins: .mail { $0.signatures = [.goodOfAuthor] }),
        SignCase(
            "unsigned-tail", .mail { $0.signatures = [.init(.pass, domain: "chaffinch.example", isAligned: true, flaws: [.unsignedTail])] },
            twins: .mail { $0.signatures = [.goodOfAuthor] }),
        SignCase(
            "unsigned-tail",
            .mail { facts in
                facts.list = .init(name: "seeds.hawk.example", isSender: true, isSigner: true)
                facts.signatures = [.init(.pass, domain: "chaffinch.example", isAligned: true, flaws: [.unsignedTail])]
            },
            strength: 0.5),
        SignCase(
            "second-from", .mail { $0.signatures = [.init(.policy, domain: "chaffinch.example", isAligned: true, flaws: [.secondFrom])] },
            twins: .mail { $0.signatures = [.goodOfAuthor] }),
    ]

    @Test(arguments: cases) func speaksAndIsSilent(example: SignCase) throws { try example.verify() }
}
