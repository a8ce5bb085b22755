import Messages
import Testing

@testable import Authentication

/// What is known of the machine that handed the mail over.
@Suite struct ClientSignTests {
    static let cases: [SignCase] = [

        SignCase("csa-fail", .mail { $0.csa = .fail }, twins: .mail { $0.csa = .ok }, .mail { $0.csa = .unknown }, .mail()),
        SignCase("csa-ok", .mail { $0.csa = .ok }, twins: .mail { $0.csa = .fail }, .mail { $0.csa = .unknown }, .mail()),
        SignCase("iprev-fail", .mail { $0.reverseName = .fail }, twins: .mail { $0.reverseName = .pass }, .mail()),
        SignCase("iprev-fail", .mail { $0.reverseName = .permerror }),
        SignCase("iprev-pass", .mail { $0.reverseName = .pass }, twins: .mail { $0.reverseName = .fail }, .mail()),
    ]

    @Test(arguments: cases) func speaksAndIsSilent(example: SignCase) throws { try example.verify() }
}
