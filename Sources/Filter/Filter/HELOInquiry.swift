internal import Authentication
internal import Messages
internal import Resolving
internal import Telemetry

/// The question whether the name that a machine gives itself is one at all; it runs beside the reading of the message.
struct HELOInquiry: Sendable {
    private let name: DomainName
    private let lookups: Lookups

    /// The share of the judgement's deadline that the question may take, as with authentication.
    private static let share = 0.9

    /// A question under way; nothing where there is nobody to ask, or nothing that could be a host's name.
    static func start(
        on message: Message, by part: AuthenticationPart?, before deadline: Deadline, _ time: any TimeSource
    ) -> HELOInquiry? {
        guard let part, let resolver = part.resolver, message.channel == .email, message.direction == .terminating,
            let helo = SendingClient(of: message).helo, helo.contains("."), IPAddress(helo) == nil, let name = DomainName(helo)
        else { return nil }
        let lookups = Lookups(resolver, within: min(part.deadline, deadline.remaining * share), by: time)
        lookups.expect(name, .a)
        return HELOInquiry(name: name, lookups: lookups)
    }

    /// Whether there is no such name; nothing where nobody could say.
    func isUnknown() async -> Bool? {
        switch await lookups.answer(name, .a).outcome {
        case .nonexistent: true
        case .found, .noData: false
        case .failed, .bogus, .timedOut, .truncated: nil
        }
    }
}
