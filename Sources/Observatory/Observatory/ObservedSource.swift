/// Who or what messages came from, as the study names it: a network, a country, an operator, whoever issued a sender id. Never a person:
/// no mailbox, no subscriber's number, no single address of a subscriber.
public struct ObservedSource: Sendable, Hashable {
    /// What kind of thing is named.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A network: `AS64500`, or a prefix `192.0.2.0/24`.
        case network
        /// A country or territory, by ISO 3166-1 alpha-2.
        case country
        /// An operator, by a code of the centre's own.
        case `operator`
        /// Whoever issued an alphanumeric sender id or a short code.
        case senderIDIssuer = "sender-id-issuer"
    }

    /// What kind of thing it is.
    public var kind: Kind
    /// Its code.
    public var code: String

    /// A source.
    public init(_ kind: Kind, _ code: String) {
        self.kind = kind
        self.code = code
    }
}
