internal import Resolving

/// Asks for keys, and checks signatures with them.
struct DKIMKeys {
    /// What a check of a signature with the keys at a name came to.
    struct Finding {
        var problem: DKIMProblem?
        var record: [UInt8]?
        var key: DKIMKeyRecord?
        var isSecure = false
    }

    let lookups: Lookups
    /// How many records at one name are tried.
    let limit: Int
    /// Keys that were read before.
    let cache: DKIMKeyCache?

    /// The finding for a signature over a digest: that of the first key that it was made with, else of the first record (section 6.1.2 lets a
    /// reader try several). The identity may be of a subdomain of the domain that signs, which a key can forbid.
    func finding(
        for signature: [UInt8], over digest: SignedDigest, by algorithm: DKIMAlgorithm, at name: DomainName, isSubdomain: Bool = false
    ) async -> Finding {
        let answer = await lookups.answer(name, .txt)
        guard !answer.outcome.isTemporary else {
            return Finding(problem: .notAnswered("\(name) TXT (\(answer.outcome))"))
        }
        var first: Finding?
        var tried = 0
        for case .text(let record) in answer.records where tried < limit {
            tried += 1
            var finding = Finding(record: record, isSecure: answer.isSecure)
            do {
                let read = try parsed(record)
                finding.key = read
                finding.problem = problem(of: signature, over: digest, by: algorithm, with: read)
            } catch {
                switch error {
                case .syntax(let error): finding.problem = .keySyntax(error)
                case .revoked: finding.problem = .keyRevoked
                case .keySize(let bits): finding.problem = .keySize(bits: bits)
                }
            }
            if isSubdomain, finding.problem == nil, finding.key?.forbidsSubdomains == true { finding.problem = .identityInSubdomain }
            if finding.problem == nil { return finding }
            if first == nil { first = finding }
        }
        return first ?? Finding(problem: .keyMissing("\(name) TXT (\(answer.outcome))"))
    }

    private func problem(
        of signature: [UInt8], over digest: SignedDigest, by algorithm: DKIMAlgorithm, with key: DKIMKeyRecord
    ) -> DKIMProblem? {
        if let objection = key.objection(to: algorithm) { return objection }
        let isRight = key.key.verifies(signature, of: digest)
        if algorithm == .rsaSHA1 { return .weakHash(wouldVerify: isRight) }
        return isRight ? nil : .signatureDiffers
    }

    private func parsed(_ record: [UInt8]) throws(DKIMKeyRecord.Defect) -> DKIMKeyRecord {
        guard let cache else { return try DKIMKeyRecord(record) }
        return try cache.key(record)
    }
}
