internal import Domains
internal import Messages
public import Resolving

/// Reads the tags that signatures have in common: those of DKIM-Signature, ARC-Message-Signature and ARC-Seal.
struct TagReading {
    /// The name that keys stand below (RFC 6376 section 7.5).
    private static let keys = DomainName("_domainkey") ?? .root

    let list: TagList
    let names: any InternationalNames

    init(_ bytes: [UInt8], names: any InternationalNames) throws(DKIMSyntaxError) {
        self.names = names
        do {
            list = try TagList(bytes)
        } catch {
            throw DKIMSyntaxError(kind: .list(error.kind), tag: nil, offset: error.offset)
        }
    }

    /// A tag that must be there and have a value.
    func needed(_ name: StaticString) throws(DKIMSyntaxError) -> TagList.Tag {
        guard let tag = list.tag(name) else { throw DKIMSyntaxError(kind: .missingTag, tag: name.description, offset: list.bytes.count) }
        guard !tag.value.isEmpty else { throw DKIMSyntaxError(kind: .empty, tag: name.description, offset: tag.value.lowerBound) }
        return tag
    }

    func error(_ kind: DKIMSyntaxError.Kind, _ name: StaticString, at offset: Int? = nil) -> DKIMSyntaxError {
        DKIMSyntaxError(kind: kind, tag: name.description, offset: offset ?? list.tag(name)?.value.lowerBound ?? list.bytes.count)
    }

    func algorithm() throws(DKIMSyntaxError) -> DKIMAlgorithm {
        let tag = try needed("a")
        guard let algorithm = DKIMAlgorithm(list.bytes.span.extracting(tag.value)) else { throw error(.unsupported, "a") }
        return algorithm
    }

    /// What the mail is to be taken as; nothing where that is not said.
    func canonicalisation() throws(DKIMSyntaxError) -> Canonicalisation.Pair? {
        guard let tag = list.tag("c") else { return nil }
        guard let pair = Canonicalisation.Pair(list.bytes.span.extracting(tag.value)) else { throw error(.unsupported, "c") }
        return pair
    }

    func base64(_ name: StaticString) throws(DKIMSyntaxError) -> [UInt8] {
        let tag = try needed(name)
        switch Base64.decode(list.bytes.span.extracting(tag.value), from: tag.value.lowerBound) {
        case .success(let bytes): return bytes
        case .failure(let misplaced): throw error(.notBase64, name, at: misplaced.offset)
        }
    }

    /// A number of up to so many digits; one beyond the type is the greatest of the type (RFC 6376 section 3.5: `t=`, `x=`, `l=`).
    func number(_ name: StaticString, digits: Int) throws(DKIMSyntaxError) -> UInt64? {
        guard let tag = list.tag(name) else { return nil }
        guard !tag.value.isEmpty else { throw error(.empty, name) }
        var number: UInt64 = 0
        for index in tag.value {
            let digit = list.bytes[index] &- 48
            guard digit < 10, index - tag.value.lowerBound < digits else { throw error(.notANumber, name, at: index) }
            let (tenfold, overflow) = number.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tenfold.addingReportingOverflow(UInt64(digit))
            number = overflow || carry ? .max : sum
        }
        return number
    }

    func moment(_ name: StaticString) throws(DKIMSyntaxError) -> Timestamp? {
        // The grammar has up to twelve digits; more are a moment that is farther than any clock.
        try number(name, digits: 76).map { Timestamp(seconds: Int64(clamping: $0)) }
    }

    /// The domain that a tag names, letters of other scripts in their ASCII form (RFC 8616 section 4).
    func domain(_ name: StaticString) throws(DKIMSyntaxError) -> DomainName {
        let tag = try needed(name)
        guard let domain = domain(list.bytes.span.extracting(tag.value)) else { throw error(.notADomain, name) }
        return domain
    }

    /// The name that bytes are; nothing where they could be no host's.
    func domain(_ bytes: Span<UInt8>) -> DomainName? {
        guard (1...4 * DomainName.limit).contains(bytes.count), bytes[bytes.count - 1] != UInt8(ascii: ".") else { return nil }
        guard ByteRuns.ascii(in: bytes, from: 0, to: bytes.count) < bytes.count else {
            return TagReading.isHost(bytes) ? DomainName(bytes) : nil
        }
        var ascii: [UInt8] = []
        guard names.toASCII(bytes, into: &ascii).subtracting(.toleratedInURLs).isEmpty, TagReading.isHost(ascii.span) else { return nil }
        return DomainName(ascii)
    }

    private static func isHost(_ name: Span<UInt8>) -> Bool {
        for index in name.indices {
            let byte = name[index]
            let isLetter = byte &- 48 < 10 || (byte | 0x20) &- 97 < 26
            guard isLetter || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") else { return false }
        }
        return true
    }

    /// Where the key lies: `selector._domainkey.domain` (RFC 6376 section 3.6.2.1).
    func key() throws(DKIMSyntaxError) -> DKIMKeyName {
        let domain = try domain("d")
        let selector = try self.domain("s")
        guard let name = domain.prepending(selector, TagReading.keys) else { throw error(.notADomain, "s") }
        return DKIMKeyName(domain: domain, selector: selector, name: name)
    }

    /// The names of fields in `h=`; empty ones are names of fields that nobody has, where the format bears them.
    func fieldNames(allowsEmpty: Bool) throws(DKIMSyntaxError) -> [Range<Int>] {
        guard let tag = list.tag("h") else { throw error(.missingTag, "h") }
        let words = list.words(tag.value)
        for word in words {
            guard allowsEmpty || !word.isEmpty else { throw error(tag.value.isEmpty ? .empty : .notFieldNames, "h", at: word.lowerBound) }
            for index in word where list.bytes[index] <= 0x20 || list.bytes[index] > 0x7E {
                throw error(.notFieldNames, "h", at: index)
            }
        }
        return words
    }
}

/// Where the key of a signature lies.
public struct DKIMKeyName: Sendable, Hashable {
    /// The domain that signs: `d=`.
    public var domain: DomainName
    /// The selector: `s=`.
    public var selector: DomainName
    /// The name whose TXT record is the key.
    public var name: DomainName
}
