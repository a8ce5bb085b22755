import Messages
import Testing

@testable import Authentication

/// What concerns our own hosts and addresses.
@Suite struct OursSignTests {
    static let cases: [SignCase] = [

        SignCase("forged-results", .mail { $0.forgedServer = "mx.wren.example" }, twins: .mail()),
        SignCase("strange-bounce", .mail { $0.bounceTag = .badSignature(original: "jenny@wren.example") }, twins: .mail()),
        SignCase("strange-bounce", .mail { $0.bounceTag = .unknownKey(original: "jenny@wren.example") }),
        SignCase("strange-bounce", .mail { $0.bounceTag = .untagged }, strength: 0.5),
        SignCase(
            "strange-bounce", .mail { $0.bounceTag = .expired(original: "jenny@wren.example") }, strength: 0.5,
            twins: .mail { $0.bounceTag = .pass(original: "jenny@wren.example") }),
    ]

    @Test(arguments: cases) func speaksAndIsSilent(example: SignCase) throws { try example.verify() }
}
