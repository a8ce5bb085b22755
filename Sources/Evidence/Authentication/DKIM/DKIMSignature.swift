public import Domains
public import Messages
public import Resolving

/// What a DKIM-Signature field says (RFC 6376 section 3.5, RFC 8616).
public struct DKIMSignature: Sendable, Hashable {
    /// The tags as they were written.
    public let list: TagList
    /// How it was made: `a=`.
    public let algorithm: DKIMAlgorithm
    /// What it takes the mail as: `c=`.
    public let canonicalisation: Canonicalisation.Pair
    /// Who signs, and where the key lies: `d=` and `s=`.
    public let key: DKIMKeyName
    /// The domain of the identity on whose behalf it was made: `i=`, which is `d=` where nothing is said.
    public let identityDomain: DomainName
    /// The hash of the body: `bh=`.
    public let bodyHash: [UInt8]
    /// How many bytes of the body are signed, where not all are: `l=`.
    public let bodyLength: UInt64?
    /// The signature itself: `b=`.
    public let signature: [UInt8]
    /// When it was made: `t=`.
    public let made: Timestamp?
    /// Until when it holds: `x=`.
    public let expires: Timestamp?
    /// The names of the signed fields in the list: `h=`.
    let fieldNames: [Range<Int>]
    /// What the signature does not cover of its own field.
    let signatureArea: Range<Int>

    /// Reads the body of a field.
    public init(_ body: [UInt8], names: any InternationalNames) throws(DKIMSyntaxError) {
        let reading = try TagReading(body, names: names)
        list = reading.list
        let version = try reading.needed("v")
        guard list.bytes[version.value].elementsEqual("1".utf8) else { throw reading.error(.unknownVersion, "v") }
        algorithm = try reading.algorithm()
        canonicalisation = try reading.canonicalisation() ?? Canonicalisation.Pair()
        key = try reading.key()
        signatureArea = try reading.needed("b").area
        signature = try reading.base64("b")
        bodyHash = try reading.base64("bh")
        fieldNames = try reading.fieldNames(allowsEmpty: false)
        bodyLength = try reading.number("l", digits: 76)
        made = try reading.moment("t")
        expires = try reading.moment("x")
        if let made, let expires, expires <= made { throw reading.error(.endsBeforeItBegins, "x") }
        identityDomain = try DKIMSignature.identityDomain(reading) ?? key.domain
        if let methods = list.tag("q") {
            let isKnown = list.words(methods.value).contains { list.bytes[$0].elementsEqual("dns/txt".utf8) }
            guard isKnown else { throw reading.error(.unsupported, "q") }
        }
    }

    private static func identityDomain(_ reading: TagReading) throws(DKIMSyntaxError) -> DomainName? {
        guard let tag = reading.list.tag("i") else { return nil }
        // An at sign in the local part is written as =40 (section 2.11), so the last one divides.
        guard let at = reading.list.bytes[tag.value].lastIndex(of: UInt8(ascii: "@")) else { throw reading.error(.notAnIdentity, "i") }
        guard let domain = reading.domain(reading.list.bytes[(at + 1)..<tag.value.upperBound]) else {
            throw reading.error(.notADomain, "i", at: at + 1)
        }
        return domain
    }

    /// The names of the signed fields, in the order they were signed, as written.
    public var signedFieldNames: [String] {
        fieldNames.map { String(decoding: list.bytes[$0], as: UTF8.self) }
    }

    /// The identity as it was written, `@` and the domain where nothing is said: `i=`.
    public var identity: String {
        list.text("i") ?? "@\(key.domain)"
    }
}
