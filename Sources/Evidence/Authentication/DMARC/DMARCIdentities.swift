internal import Resolving

/// What else was found of a message, which DMARC compares with its author.
public struct DMARCIdentities: Sendable, Hashable {
    /// The result of one signature (RFC 6376).
    public struct Signature: Sendable, Hashable {
        /// The domain that signed (`d=`), in UTF-8 or ASCII.
        public var domain: String
        /// The selector (`s=`).
        public var selector: String
        /// The result in the words of RFC 8601 section 2.7.1.
        public var result: String

        /// A result.
        public init(domain: String, selector: String, result: String) {
            self.domain = domain
            self.selector = selector
            self.result = result
        }
    }

    /// The result of SPF for MAIL FROM (RFC 7208); that for HELO counts only where the reverse-path is empty (RFC 9989 section 4.4.2).
    public struct Sender: Sendable, Hashable {
        /// The domain of MAIL FROM, in UTF-8 or ASCII.
        public var domain: String
        /// The result.
        public var result: SPFResult

        /// A result.
        public init(domain: String, result: SPFResult) {
            self.domain = domain
            self.result = result
        }
    }

    /// The signatures.
    public var signatures: [Signature]
    /// The result of SPF; nothing where it was not asked for.
    public var sender: Sender?

    /// What was found.
    public init(signatures: [Signature] = [], sender: Sender? = nil) {
        self.signatures = signatures
        self.sender = sender
    }
}

extension DMARCIdentities {
    /// What checks of DKIM and of SPF for MAIL FROM gave. Signatures that cannot be read name no domain, and are left out.
    public init(_ dkim: DKIMOutcome, _ spf: SPFOutcome?) {
        signatures = dkim.signatures.compactMap { outcome in
            outcome.signature.map {
                Signature(domain: $0.key.domain.description, selector: $0.key.selector.description, result: outcome.result.rawValue)
            }
        }
        sender = spf.map { Sender(domain: String(decoding: $0.domain, as: UTF8.self), result: $0.result) }
    }
}
