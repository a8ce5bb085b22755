import Messages
import Testing

@testable import Authentication

/// Whose the author’s domain is, and whether it answers for the mail.
@Suite struct AuthorSignTests {
    static let cases: [SignCase] = [

        SignCase(
            "brand-authenticated", .proved(.brand),
            twins: .proved(), .proved(.imitation), .proved(.brandByName), .failed(.brand), .mail(from: "chaffinch.example", .brand),
            .unknown),
        // By a signature alone: somebody may have sent it on. Behind what is not signed anybody may have written.
        SignCase(
            "brand-authenticated",
            .proved(.brand) {
                $0.sender?.result = .fail
                $0.signatures = [.goodOfAuthor]
            }, strength: 0.5,
            twins: .proved(.brand) { facts in
                facts.sender?.result = .fail
                facts.signatures = [.goodOfAuthor]
                facts.signatures[0].flaws = [.unsignedTail]
            }),
        // Without a policy an aligned pass is one all the same.
        SignCase(
            "author-authenticated", .proved { $0.policy = .init(.none) }, twins: .proved(.brand), .proved(.imitation), .failed(), .unknown),
        SignCase("author-authenticated", .proved(.brandByName)),
        SignCase("look-alike-authenticated", .proved(.imitation), twins: .proved(), .failed(.imitation)),
        SignCase(
            "look-alike-unauthenticated", .failed(.imitation), twins: .failed(), .proved(.imitation), .throughHandler(.imitation), .unknown),
        SignCase("look-alike-unauthenticated", .mail(from: "chafflnch.example", .imitation)),
        SignCase(
            "brand-forged", .failed(.brand), twins: .failed(), .proved(.brand), .throughHandler(.brand), .unknown,
            // Where the brand publishes nothing, nothing is denied.
            .mail(from: "chaffinch.example", .brand)),
        SignCase("brand-forged", .mail(from: "chaffinch.example", .brandByName) { $0.sender?.result = .softfail }),
        SignCase("brand-forged", .throughList(.brand), strength: 0.5),
    ]

    @Test(arguments: cases) func speaksAndIsSilent(example: SignCase) throws { try example.verify() }
}
