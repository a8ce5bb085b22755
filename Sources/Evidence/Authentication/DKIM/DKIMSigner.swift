public import Messages
public import Resolving

/// Signs mails (RFC 6376 section 5). The same mail, key and moment give the same bytes.
public struct DKIMSigner: Sendable {
    /// Why a mail was not signed.
    public enum Problem: Error, Sendable, Hashable {
        /// It has no From, which must be signed (section 5.4).
        case noFrom
        /// The identity is not of the domain that signs (section 3.5, `i=`).
        case identityOutsideDomain
        /// The library made no signature.
        case notSigned
    }

    /// Who signs.
    public let domain: DomainName
    /// The selector of the key.
    public let selector: DomainName
    /// What the mail is taken as.
    public var canonicalisation = Canonicalisation.Pair(header: .relaxed, body: .relaxed)
    /// What is covered.
    public var fields = SignedNames.usual
    /// The domain of the identity, where it is not the domain that signs: `i=`.
    public var identityDomain: DomainName?
    /// For how many seconds the signature holds; nothing for ever.
    public var validity: Int64?
    private let key: DKIMSigningKey

    /// A signer with a key that is published at `selector._domainkey.domain`.
    public init(_ key: DKIMSigningKey, domain: DomainName, selector: DomainName) {
        self.key = key
        self.domain = domain
        self.selector = selector
    }

    /// The field to put at the top of a mail, with its line end, which is as the mail's are. Says when it was made where a moment is given.
    public func field(for mail: RawMail, at moment: Timestamp?) throws(Problem) -> [UInt8] {
        guard !mail.fields(named: "From").isEmpty else { throw .noFrom }
        guard identityDomain?.isWithin(domain) ?? true else { throw .identityOutsideDomain }
        var names = fields.list(for: mail)
        if !names.contains("from") { names.insert("from", at: 0) }
        var hashes = BodyHashes()
        var writer = TagWriter("DKIM-Signature", foldsSignature: true)
        writer.add("v", "1".utf8)
        writer.add("a", key.algorithm.rawValue.utf8)
        writer.add("c", canonicalisation.description.utf8)
        writer.add("d", domain.bytes)
        if let identityDomain { writer.add("i", [UInt8(ascii: "@")] + identityDomain.bytes) }
        writer.add("s", selector.bytes)
        if let moment {
            writer.add("t", String(moment.seconds).utf8)
            if let validity { writer.add("x", String(moment.seconds.addingReportingOverflow(validity).partialValue).utf8) }
        }
        writer.add("h", list: names)
        writer.add("bh", Base64.encode(hashes.value(of: mail, key.algorithm, canonicalisation.body, upTo: nil).digest))
        writer.addSignature()
        guard let field = SignedHeader.sign(writer, with: key, over: names, of: mail, by: canonicalisation.header) else { throw .notSigned }
        return mail.withOwnLineEnds(field)
    }
}
