internal import MIME
public import Messages
public import Resolving

/// Adds a set to a mail's chain (RFC 8617 section 5.1). The same mail, key and moment give the same bytes.
public struct ARCSealer: Sendable {
    /// Why a mail was not sealed.
    public enum Problem: Error, Sendable, Hashable {
        /// A key could not be had. The mail is better taken later: a chain that is once sealed as failed stays so (section 5.2.1).
        case chainUndecided
        /// The library made no signature.
        case notSigned
    }

    /// Who seals.
    public let domain: DomainName
    /// The selector of the key.
    public let selector: DomainName
    /// The name under which results are given: the authserv-id of RFC 8601 section 2.2.
    public let service: String
    /// What the signature of the message covers. Fields of chains and results, which others add and take away, are left out (section 4.1.2).
    public var fields = SignedNames(SignedNames.usual.names + ["dkim-signature"])
    private let key: DKIMSigningKey
    private static let unsigned: Set = ["arc-seal", "arc-message-signature", "arc-authentication-results", "authentication-results"]

    /// A sealer with a key that is published at `selector._domainkey.domain`.
    public init(_ key: DKIMSigningKey, domain: DomainName, selector: DomainName, service: String) {
        self.key = key
        self.domain = domain
        self.selector = selector
        self.service = service
    }

    /// The three fields to put at the top of a mail, with their line ends, which are as the mail's are. Nothing where no set may be added: the
    /// last handler already said that the chain had failed, or it is as long as it may be.
    ///
    /// `results` is what was found, as an Authentication-Results field has it behind the service (`spf=pass smtp.mailfrom=...; dkim=...`).
    public func fields(for mail: RawMail, after chain: ARCOutcome, results: [UInt8], at moment: Timestamp?) throws(Problem) -> [UInt8]? {
        guard let place = try place(after: chain) else { return nil }
        let status = chain.result.status
        let instance = Array(String(place).utf8)
        let own = ARCSealer.folded(
            Array("ARC-Authentication-Results: i=\(place); \(service); ".utf8) + (results.isEmpty ? Array("none".utf8) : results))
        let names = fields.list(for: mail).filter { !ARCSealer.unsigned.contains($0) }
        var hashes = BodyHashes()
        var writer = TagWriter("ARC-Message-Signature", foldsSignature: false)
        writer.add("a", key.algorithm.rawValue.utf8)
        writer.addSignature()
        writer.add("bh", Base64.encode(hashes.value(of: mail, key.algorithm, .relaxed, upTo: nil).digest))
        writer.add("c", "relaxed/relaxed".utf8)
        writer.add("d", domain.bytes)
        writer.add("h", list: names.isEmpty ? ["from"] : names)
        writer.add("i", instance)
        writer.add("s", selector.bytes)
        if let moment { writer.add("t", String(moment.seconds).utf8) }
        guard let signature = SignedHeader.sign(writer, with: key, over: names, of: mail, by: .relaxed) else { throw .notSigned }

        var sealWriter = TagWriter("ARC-Seal", foldsSignature: false)
        sealWriter.add("a", key.algorithm.rawValue.utf8)
        sealWriter.addSignature()
        sealWriter.add("cv", status.rawValue.utf8)
        sealWriter.add("d", domain.bytes)
        sealWriter.add("i", instance)
        sealWriter.add("s", selector.bytes)
        if let moment { sealWriter.add("t", String(moment.seconds).utf8) }
        let data = ARCSealer.sealed(chain, of: mail, own: own + signature, isAlone: status == .fail)
        guard let seal = SignedHeader.sign(sealWriter, with: key, after: data, by: .relaxed) else { throw .notSigned }
        return mail.withOwnLineEnds(seal + signature + own)
    }

    /// The number of the next set; nothing where none may be added.
    private func place(after chain: ARCOutcome) throws(Problem) -> Int? {
        switch chain.result {
        case .none: return 1
        case .temperror: throw .chainUndecided
        case .pass, .fail:
            if case .failedBefore = chain.problem { return nil }
            // A chain whose structure is wrong has no number to go on from.
            guard let last = chain.sets.last, last.instance < ARCCheck.setLimit else { return nil }
            return last.instance + 1
        }
    }

    /// What the new seal is over besides itself: the whole chain, or the new set alone where the chain had failed (section 5.1.2).
    private static func sealed(_ chain: ARCOutcome, of mail: RawMail, own: [UInt8], isAlone: Bool) -> [UInt8] {
        var data: [UInt8] = []
        if !isAlone {
            let canonicaliser = HeaderCanonicaliser(canonicalisation: .relaxed, lineEnds: mail.lineEnds)
            for field in chain.sets.flatMap(\.fields) { canonicaliser.append(mail.fields[field], of: mail.bytes, to: &data) }
        }
        let written = RawMail(own)
        let canonicaliser = HeaderCanonicaliser(canonicalisation: .relaxed, lineEnds: .crlf)
        for field in written.fields { canonicaliser.append(field, of: own, to: &data) }
        return data
    }

    /// What a mail's own Authentication-Results fields of this service say, joined, from the top of the mail down (section 5.1, step 2).
    public func results(in mail: RawMail) -> [UInt8] {
        let found = mail.fields(named: "Authentication-Results").reversed().compactMap { field -> ArraySlice<UInt8>? in
            // The same reader as theirs who take forged fields out: what one of the two overlooked would be sealed.
            let body = ByteRange(mail.fields[field].body)
            guard let server = AuthenticationResults.server(mail.bytes.span, body), server.name.lowercased() == service.lowercased() else {
                return nil
            }
            let payload = ARCSealer.trimmed(mail.body(of: field)[server.end...].dropFirst())
            return payload.last == UInt8(ascii: ";") ? ARCSealer.trimmed(payload.dropLast()) : payload
        }
        return Array(found.filter { !$0.isEmpty }.joined(separator: "; ".utf8))
    }

    private static func isWhite(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes.drop(while: isWhite)
        while let last = rest.last, isWhite(last) { rest.removeLast() }
        return rest
    }

    /// A field on lines of its own making: line ends inside are dropped, so that nothing in it can begin another field, and new ones stand
    /// before blanks behind semicolons.
    private static func folded(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var column = 0
        for byte in text where byte != 0x0D && byte != 0x0A {
            if byte == 0x20 || byte == 0x09, column > 60, output.last == UInt8(ascii: ";") {
                output += [0x0D, 0x0A]
                column = 0
            }
            output.append(byte)
            column += 1
        }
        return output + [0x0D, 0x0A]
    }
}
