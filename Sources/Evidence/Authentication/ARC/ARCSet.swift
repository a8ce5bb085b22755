internal import Domains
internal import Messages
internal import Resolving

/// The three fields of one handler, as far as they can be read (RFC 8617 section 4.2).
struct ARCSet {
    var results: ARCResultsField
    var messageSignature: ARCMessageSignature
    var seal: ARCSealField
}

/// Reads what ARC adds to the syntax of DKIM.
extension TagReading {
    /// The number of the set: 1 to 50 (RFC 8617 section 4.2.1).
    func instance() throws(DKIMSyntaxError) -> Int {
        let tag = try needed("i")
        guard let instance = ARCCheck.instance(list.bytes[tag.value]) else { throw error(.notAnInstance, "i") }
        return instance
    }

    func forbid(_ name: StaticString) throws(DKIMSyntaxError) {
        if let tag = list.tag(name) { throw error(.forbiddenTag, name, at: tag.name.lowerBound) }
    }
}

/// What an ARC-Message-Signature field says (section 4.1.2).
struct ARCMessageSignature {
    /// A signature of a message does not cover seals (section 4.1.2).
    private static let seal = Array("arc-seal".utf8)

    let list: TagList
    let instance: Int
    let algorithm: DKIMAlgorithm
    /// What the mail may be taken as: `c=`. Where nothing is said, simple for both, since the field has the syntax of DKIM-Signature (section
    /// 4.1.2, RFC 6376 section 3.5); or relaxed, as the suite of the ARC group and dkimpy have it.
    let canonicalisations: [Canonicalisation.Pair]
    let key: DKIMKeyName
    let bodyHash: [UInt8]
    let bodyLength: UInt64?
    let signature: [UInt8]
    let signatureArea: Range<Int>
    let expires: Timestamp?
    let fieldNames: [Range<Int>]

    init(_ body: [UInt8], names: any InternationalNames) throws(DKIMSyntaxError) {
        let reading = try TagReading(body, names: names)
        list = reading.list
        instance = try reading.instance()
        algorithm = try reading.algorithm()
        let written = try reading.canonicalisation()
        canonicalisations = written.map { [$0] } ?? [Canonicalisation.Pair(), Canonicalisation.Pair(header: .relaxed, body: .relaxed)]
        key = try reading.key()
        signatureArea = try reading.needed("b").area
        signature = try reading.base64("b")
        bodyHash = try reading.base64("bh")
        fieldNames = try reading.fieldNames(allowsEmpty: true)
        bodyLength = try reading.number("l", digits: 76)
        _ = try reading.moment("t")
        expires = try reading.moment("x")
        let bytes = list.bytes.span
        let seal = ARCMessageSignature.seal.span
        for name in fieldNames where FieldSelection.areEqual(bytes.extracting(name), seal) {
            throw DKIMSyntaxError(kind: .notFieldNames, tag: "h", offset: name.lowerBound)
        }
    }
}

/// What an ARC-Seal field says (section 4.1.3).
struct ARCSealField {
    let instance: Int
    let algorithm: DKIMAlgorithm
    let key: DKIMKeyName
    let status: ARCChainStatus
    let signature: [UInt8]
    let signatureArea: Range<Int>

    init(_ body: [UInt8], names: any InternationalNames) throws(DKIMSyntaxError) {
        let reading = try TagReading(body, names: names)
        instance = try reading.instance()
        try reading.forbid("h")
        algorithm = try reading.algorithm()
        key = try reading.key()
        signatureArea = try reading.needed("b").area
        signature = try reading.base64("b")
        let written = try reading.needed("cv")
        guard let status = ARCChainStatus(rawValue: String(decoding: reading.list.bytes[written.value], as: UTF8.self)) else {
            throw reading.error(.unsupported, "cv")
        }
        self.status = status
        _ = try reading.moment("t")
    }
}

/// What an ARC-Authentication-Results field says, as far as the chain needs it (section 4.1.1).
struct ARCResultsField {
    let instance: Int
    /// Where the results begin: behind the instance and its semicolon.
    let payload: Int

    /// Reads `i=N;` at the start of a field's body.
    init(_ body: [UInt8]) throws(DKIMSyntaxError) {
        func isWhite(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A }
        var index = body.firstIndex { !isWhite($0) } ?? body.count
        guard index < body.count, body[index] == UInt8(ascii: "i") else {
            throw DKIMSyntaxError(kind: .missingTag, tag: "i", offset: index)
        }
        index = body[(index + 1)...].firstIndex { !isWhite($0) } ?? body.count
        guard index < body.count, body[index] == UInt8(ascii: "=") else {
            throw DKIMSyntaxError(kind: .missingTag, tag: "i", offset: index)
        }
        let start = index + 1
        guard let end = body[start...].firstIndex(of: UInt8(ascii: ";")) else {
            throw DKIMSyntaxError(kind: .list(.missingTag), tag: nil, offset: body.count)
        }
        let digits = body[start..<end].drop(while: isWhite)
        let blanks = digits.reversed().prefix(while: isWhite).count
        guard let instance = ARCCheck.instance(digits.dropLast(blanks)) else {
            throw DKIMSyntaxError(kind: .notAnInstance, tag: "i", offset: start)
        }
        self.instance = instance
        payload = end + 1
    }
}
