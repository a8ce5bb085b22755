public import Domains
public import Messages
public import Resolving

/// What a DKIM-Signature field says (RFC 6376 section 3.5, RFC 8616).
public struct DKIMSignature: Sendable, Hashable {
    /// One object for all that was read: a signature is handed on often, and each array in it would be counted each time.
    private let tags: Tags

    /// The tags as they were written.
    public var list: TagList { tags.list }
    /// How it was made: `a=`.
    public var algorithm: DKIMAlgorithm { tags.algorithm }
    /// What it takes the mail as: `c=`.
    public var canonicalisation: Canonicalisation.Pair { tags.canonicalisation }
    /// Who signs, and where the key lies: `d=` and `s=`.
    public var key: DKIMKeyName { tags.key }
    /// The name whose TXT record is the key, without the rest of what says where it lies.
    var keyName: DomainName { tags.key.name }
    /// Who signs: `d=`.
    var domain: DomainName { tags.key.domain }
    /// Whether the identity is of another domain than the one that signs; a check takes only those below it.
    var hasIdentityInSubdomain: Bool { tags.identityDomain != tags.key.domain }
    /// The domain of the identity on whose behalf it was made: `i=`, which is `d=` where nothing is said.
    public var identityDomain: DomainName { tags.identityDomain }
    /// The hash of the body: `bh=`.
    public var bodyHash: [UInt8] { tags.bodyHash }
    /// How many bytes of the body are signed, where not all are: `l=`.
    public var bodyLength: UInt64? { tags.bodyLength }
    /// The signature itself: `b=`.
    public var signature: [UInt8] { tags.signature }
    /// When it was made: `t=`.
    public var made: Timestamp? { tags.made }
    /// Until when it holds: `x=`.
    public var expires: Timestamp? { tags.expires }
    /// The names of the signed fields in the list: `h=`.
    var fieldNames: [Range<Int>] { tags.fieldNames }
    /// What the signature does not cover of its own field.
    var signatureArea: Range<Int> { tags.signatureArea }

    /// Reads the body of a field.
    public init(_ body: [UInt8], names: any InternationalNames) throws(DKIMSyntaxError) {
        tags = try Tags(TagReading(body, names: names))
    }

    /// Whether both were read from the same list: everything else follows from it.
    public static func == (left: DKIMSignature, right: DKIMSignature) -> Bool {
        left.list == right.list
    }

    /// Hashes the list.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(list)
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

extension DKIMSignature {
    /// What the tags say.
    private final class Tags: Sendable {
        let list: TagList
        let algorithm: DKIMAlgorithm
        let canonicalisation: Canonicalisation.Pair
        let key: DKIMKeyName
        let identityDomain: DomainName
        let bodyHash: [UInt8]
        let bodyLength: UInt64?
        let signature: [UInt8]
        let made: Timestamp?
        let expires: Timestamp?
        let fieldNames: [Range<Int>]
        let signatureArea: Range<Int>

        init(_ reading: TagReading) throws(DKIMSyntaxError) {
            let list = reading.list
            let span = list.bytes.span
            self.list = list
            let version = try reading.needed("v")
            guard span.extracting(version.value).isWritten("1") else { throw reading.error(.unknownVersion, "v") }
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
                let isKnown = list.words(methods.value).contains { span.extracting($0).isWritten("dns/txt") }
                guard isKnown else { throw reading.error(.unsupported, "q") }
            }
        }
    }

    private static func identityDomain(_ reading: TagReading) throws(DKIMSyntaxError) -> DomainName? {
        guard let tag = reading.list.tag("i") else { return nil }
        // An at sign in the local part is written as =40 (section 2.11), so the last one divides.
        let bytes = reading.list.bytes.span
        var at = tag.value.upperBound - 1
        while at >= tag.value.lowerBound, bytes[at] != UInt8(ascii: "@") { at -= 1 }
        guard at >= tag.value.lowerBound else { throw reading.error(.notAnIdentity, "i") }
        guard let domain = reading.domain(bytes.extracting((at + 1)..<tag.value.upperBound)) else {
            throw reading.error(.notADomain, "i", at: at + 1)
        }
        return domain
    }
}
