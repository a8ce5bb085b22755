/// Which fields a signer covers.
public struct SignedNames: Sendable, Hashable {
    /// The names of fields that are signed where they are there, each as often as it is there.
    public var names: [String]
    /// The names among them that are signed once more than they are there, so that none can be added (RFC 6376 section 8.15).
    public var closed: Set<String>

    /// These names, in this order, in lower case.
    public init(_ names: [String], closed: Set<String> = []) {
        self.names = names.map { $0.lowercased() }
        self.closed = Set(closed.map { $0.lowercased() })
    }

    /// What section 5.4.1 recommends; what people see, and how it is shown, is closed. Lists and forwarders may add their own fields.
    public static let usual = SignedNames(
        [
            "from", "to", "cc", "subject", "date", "message-id", "reply-to", "in-reply-to", "references", "mime-version", "content-type",
            "content-transfer-encoding", "content-disposition", "sender", "list-id", "list-help", "list-unsubscribe",
            "list-unsubscribe-post", "list-subscribe", "list-post", "list-owner", "list-archive", "resent-date", "resent-from", "resent-to",
            "resent-cc", "resent-message-id",
        ],
        closed: [
            "from", "to", "cc", "subject", "date", "message-id", "reply-to", "mime-version", "content-type", "content-transfer-encoding",
        ])

    /// The names to sign of a mail, each as often as it is to be named.
    func list(for mail: RawMail) -> [String] {
        names.flatMap { name in
            Array(repeating: name, count: mail.fields(named: name).count + (closed.contains(name) ? 1 : 0))
        }
    }
}
