public import Domains
public import Messages
public import Resolving

/// Who answers for a mail by a signature (RFC 6376 section 6, with RFC 8301, 8463 and 8616).
public struct DKIMCheck: Sendable {
    /// The bounds of a check, and what is not borne.
    public struct Limits: Sendable {
        /// How many signatures are looked at, from the top of the mail down.
        public var signatures = 10
        /// How long the body of a signature's field may be.
        public var fieldBytes = 65_536
        /// How many records at the name of a key are tried.
        public var keyRecords = 4
        /// By how many seconds clocks may differ.
        public var clockDifference: Int64 = 300
        /// Whether a signature counts that leaves bytes at the end of the body unsigned.
        public var bearsUnsignedBody = true

        /// The usual bounds.
        public init() {}
    }

    /// The name of the field that a signature has to cover (section 5.4).
    private static let from = Array("from".utf8)

    private let lookups: Lookups
    private let names: any InternationalNames
    private let moment: Timestamp
    private let keyCache: DKIMKeyCache?
    private let limits: Limits

    /// A check at a moment that asks through these look-ups, and keeps the keys that it reads where there is a cache for them.
    public init(
        asking lookups: Lookups, names: any InternationalNames, at moment: Timestamp, limits: Limits = Limits(), keys: DKIMKeyCache? = nil
    ) {
        self.lookups = lookups
        self.names = names
        self.moment = moment
        self.limits = limits
        keyCache = keys
    }

    /// What comes of the signatures of a mail.
    public func outcome(of mail: RawMail) async -> DKIMOutcome {
        let fields = mail.fields(named: "DKIM-Signature")
        let from = mail.count(named: DKIMCheck.from)
        var outcome = DKIMOutcome()
        outcome.notLookedAt = max(0, fields.count - limits.signatures)
        outcome.signatures.reserveCapacity(fields.count - outcome.notLookedAt)
        for field in fields.reversed().prefix(limits.signatures) { outcome.signatures.append(read(field, of: mail, from: from)) }
        // Every key is asked for before the body is hashed, so that the answers come meanwhile.
        for index in outcome.signatures.indices where outcome.signatures[index].problem == nil {
            if let signature = outcome.signatures[index].signature { lookups.expect(Question(signature.keyName, .txt)) }
        }
        var hashes = BodyHashes()
        for index in outcome.signatures.indices where outcome.signatures[index].problem == nil {
            guard let signature = outcome.signatures[index].signature else { continue }
            await check(signature, in: &outcome.signatures[index], of: mail, from: from, &hashes)
        }
        return outcome
    }

    /// What the field alone tells (section 6.1.1).
    private func read(_ field: Int, of mail: RawMail, from: Int) -> DKIMSignatureOutcome {
        var outcome = DKIMSignatureOutcome(field: field)
        let body = mail.body(of: field)
        guard body.count <= limits.fieldBytes else {
            outcome.problem = .fieldTooLong(bytes: body.count)
            return outcome
        }
        do {
            let signature = try DKIMSignature(Array(body), names: names)
            outcome.signature = signature
            outcome.selected = SignedHeader.selection(of: signature.fieldNames, in: signature.list, of: mail)
            outcome.problem = problem(of: signature, selected: outcome.selected, of: mail, from: from)
        } catch {
            outcome.problem = .syntax(error)
        }
        return outcome
    }

    private func problem(of signature: DKIMSignature, selected: [Int?], of mail: RawMail, from: Int) -> DKIMProblem? {
        let name = DKIMCheck.from.span
        let bytes = mail.bytes.span
        var signed = 0
        for case let field? in selected where FieldSelection.areEqual(bytes.extracting(mail.fields[field].name), name) { signed += 1 }
        guard signed > 0 else { return .fromNotSigned }
        guard signature.identityDomain.isWithin(signature.domain) else { return .identityOutsideDomain }
        if let expires = signature.expires, moment.seconds(since: expires) > limits.clockDifference { return .expired(expires) }
        if let made = signature.made, made.seconds(since: moment) > limits.clockDifference { return .fromTheFuture(made) }
        if signed < from { return .fromNotCovered(present: from, signed: signed) }
        return nil
    }

    /// What the body and the key tell (sections 6.1.2 and 6.1.3).
    private func check(
        _ signature: DKIMSignature, in outcome: inout DKIMSignatureOutcome, of mail: RawMail, from: Int, _ hashes: inout BodyHashes
    ) async {
        if from > 1 { outcome.remarks.append(.severalFrom(count: from)) }
        let body = hashes.value(of: mail, signature.algorithm, signature.canonicalisation.body, upTo: signature.bodyLength)
        let header = SignedHeader.bytes(
            of: outcome.selected, own: outcome.field, without: signature.signatureArea, by: signature.canonicalisation.header, in: mail)
        let keys = DKIMKeys(lookups: lookups, limit: limits.keyRecords, cache: keyCache)
        let finding = await keys.finding(
            for: signature.signature, over: SignedDigest(of: header, by: signature.algorithm), by: signature.algorithm,
            at: signature.keyName, isSubdomain: signature.hasIdentityInSubdomain)
        outcome.keyRecord = finding.record
        outcome.keyBits = finding.key?.bits
        outcome.isKeySecure = finding.isSecure
        if finding.key?.isTesting == true { outcome.remarks.append(.testing) }
        outcome.problem = DKIMCheck.problem(
            length: signature.bodyLength, hash: signature.bodyHash, body: body, finding: finding)
        if let length = signature.bodyLength, length < body.length {
            outcome.remarks.append(.bodyNotCovered(bytes: body.length - length))
            if outcome.problem == nil, !limits.bearsUnsignedBody { outcome.problem = .bodyNotCovered(bytes: body.length - length) }
        }
    }

    /// What is wrong with the key comes first, since then nothing else can be said; then the body, which says more than the header.
    static func problem(length: UInt64?, hash: [UInt8], body: BodyHashes.Value, finding: DKIMKeys.Finding) -> DKIMProblem? {
        let bodyProblem: DKIMProblem?
        if let length, length > body.length {
            bodyProblem = .bodyTooShort(signed: length, present: body.length)
        } else {
            bodyProblem = body.digest == hash ? nil : .bodyDiffers
        }
        switch finding.problem {
        case .signatureDiffers, nil: return bodyProblem ?? finding.problem
        case .weakHash(let wouldVerify): return .weakHash(wouldVerify: wouldVerify && bodyProblem == nil)
        default: return finding.problem
        }
    }
}
