public import Domains
public import Messages
public import Resolving

/// Whether the chain of those who handled a mail holds (RFC 8617 section 5.2).
public struct ARCCheck: Sendable {
    /// The greatest number of a set (section 4.2.1).
    public static let setLimit = 50

    private let lookups: Lookups
    private let names: any InternationalNames
    private let moment: Timestamp
    private let keyCache: DKIMKeyCache?
    private let limits: DKIMCheck.Limits

    /// A check at a moment that asks through these look-ups. Of the bounds, those for fields, keys and clocks count.
    public init(
        asking lookups: Lookups, names: any InternationalNames, at moment: Timestamp, limits: DKIMCheck.Limits = DKIMCheck.Limits(),
        keys: DKIMKeyCache? = nil
    ) {
        self.lookups = lookups
        self.names = names
        self.moment = moment
        self.limits = limits
        keyCache = keys
    }

    /// The state of a mail's chain.
    public func outcome(of mail: RawMail) async -> ARCOutcome {
        let chain: ARCChain
        do {
            chain = try ARCChain(of: mail, names: names, fieldBytes: limits.fieldBytes)
        } catch {
            return ARCOutcome(.fail, error)
        }
        guard let newest = chain.sets.last else { return ARCOutcome(.none) }
        var outcome = ARCOutcome(.pass)
        outcome.sets = chain.sets.enumerated().map { summary(of: $1, fields: chain.fields[$0], in: mail) }
        // Step 2: who broke it has been said already.
        if newest.seal.status == .fail {
            outcome.result = .fail
            outcome.problem = .failedBefore(instance: newest.seal.instance)
            return outcome
        }
        for (index, set) in chain.sets.enumerated() where set.seal.status != (index == 0 ? .none : .pass) {
            outcome.result = .fail
            outcome.problem = .wrongStatus(set.seal.status, instance: index + 1)
            return outcome
        }
        for set in chain.sets.reversed() {
            lookups.expect(Question(set.messageSignature.key.name, .txt))
            lookups.expect(Question(set.seal.key.name, .txt))
        }
        await check(chain, of: mail, &outcome)
        return outcome
    }

    private func summary(of set: ARCSet, fields: [Int], in mail: RawMail) -> ARCOutcome.Set {
        ARCOutcome.Set(
            instance: set.seal.instance, domain: set.seal.key.domain, signingDomain: set.messageSignature.key.domain,
            status: set.seal.status, results: Array(mail.body(of: fields[0]).dropFirst(set.results.payload)), fields: fields)
    }

    /// Steps 4 to 6.
    private func check(_ chain: ARCChain, of mail: RawMail, _ outcome: inout ARCOutcome) async {
        var hashes = BodyHashes()
        let last = chain.sets.count - 1
        if let problem = await messageProblem(of: last, chain, mail, &hashes, &outcome) {
            outcome.conclude(.messageSignature(problem, instance: last + 1), problem.result)
            return
        }
        let digests = chain.sealDigests(of: mail)
        let keys = DKIMKeys(lookups: lookups, limit: limits.keyRecords, cache: keyCache)
        for index in chain.sets.indices.reversed() {
            let seal = chain.sets[index].seal
            let finding = await keys.finding(for: seal.signature, over: digests[index], by: seal.algorithm, at: seal.key.name)
            outcome.sets[index].isSealChecked = true
            outcome.sets[index].sealProblem = finding.problem
            if let problem = finding.problem {
                outcome.conclude(.seal(problem, instance: index + 1), problem.result)
                return
            }
        }
        var oldest = last
        while oldest > 0, await messageProblem(of: oldest - 1, chain, mail, &hashes, &outcome) == nil { oldest -= 1 }
        outcome.oldestPass = oldest == 0 ? 0 : oldest + 1
    }

    /// What is wrong with the signature of the message in a set; noted in the outcome.
    private func messageProblem(
        of index: Int, _ chain: ARCChain, _ mail: RawMail, _ hashes: inout BodyHashes, _ outcome: inout ARCOutcome
    ) async -> DKIMProblem? {
        let signature = chain.sets[index].messageSignature
        var problem: DKIMProblem?
        for canonicalisation in signature.canonicalisations {
            problem = await self.problem(of: signature, at: chain.fields[index][1], taking: canonicalisation, mail, &hashes)
            if problem == nil { break }
        }
        if problem == nil, let expires = signature.expires, moment.seconds(since: expires) > limits.clockDifference {
            problem = .expired(expires)
        }
        outcome.sets[index].isMessageSignatureChecked = true
        outcome.sets[index].messageProblem = problem
        return problem
    }

    private func problem(
        of signature: ARCMessageSignature, at field: Int, taking canonicalisation: Canonicalisation.Pair, _ mail: RawMail,
        _ hashes: inout BodyHashes
    ) async -> DKIMProblem? {
        let selected = SignedHeader.selection(of: signature.fieldNames, in: signature.list, of: mail)
        let header = SignedHeader.bytes(
            of: selected, own: field, without: signature.signatureArea, by: canonicalisation.header, in: mail)
        let digest = SignedDigest(of: header, by: signature.algorithm)
        let keys = DKIMKeys(lookups: lookups, limit: limits.keyRecords, cache: keyCache)
        let finding = await keys.finding(for: signature.signature, over: digest, by: signature.algorithm, at: signature.key.name)
        let body = hashes.value(of: mail, signature.algorithm, canonicalisation.body, upTo: signature.bodyLength)
        return DKIMCheck.problem(length: signature.bodyLength, hash: signature.bodyHash, body: body, finding: finding)
    }

    /// The number that digits say, where it is one of a set.
    static func instance(_ digits: ArraySlice<UInt8>) -> Int? {
        guard (1...2).contains(digits.count), digits.allSatisfy({ $0 &- 48 < 10 }) else { return nil }
        let instance = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
        return (1...setLimit).contains(instance) ? instance : nil
    }
}

extension ARCOutcome {
    /// Ends with a problem: a failure, unless only an answer is missing.
    fileprivate mutating func conclude(_ problem: ARCProblem, _ result: DKIMResult) {
        self.result = result == .temperror ? .temperror : .fail
        self.problem = problem
    }
}
