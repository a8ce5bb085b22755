internal import Messages

/// Whose log it is.
public enum MailLogForm: String, Sendable, Hashable, CaseIterable {
    /// Postfix, through the system's logger or its own.
    case postfix
    /// Exim's main log.
    case exim
    /// Rspamd.
    case rspamd

    /// Tells by its first lines whose log it is; nothing where few of them are any's.
    public init?(of head: Span<UInt8>) {
        var best: (form: MailLogForm, hits: Int)?
        for form in MailLogForm.allCases {
            var reader = MailLogReader(form, latest: .init(milliseconds: 4_000_000_000_000), openMessages: 1024)
            var counted: [MailTransaction] = []
            _ = reader.read(head, isLast: false, into: &counted)
            let hits = reader.tally.telling
            if hits > best?.hits ?? 0 { best = (form, hits) }
        }
        guard let best else { return nil }
        self = best.form
    }
}
