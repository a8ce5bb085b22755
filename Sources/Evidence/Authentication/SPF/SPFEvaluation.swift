internal import Domains
internal import Messages
internal import Resolving

/// One run of `check_host` with what it counts (RFC 7208 section 4.6).
struct SPFEvaluation {
    /// Why a run stops at once.
    struct Stop: Error {
        var result: SPFResult
        var problem: SPFOutcome.Problem
    }

    /// The result for one domain, and where an explanation of its failure may be had.
    struct Decision {
        var result: SPFResult
        var explanation: MacroString?
        var domain: [UInt8] = []
    }

    var problem: SPFOutcome.Problem?
    private(set) var steps: [SPFOutcome.Step] = []
    private(set) var firstRecord: [UInt8]?
    private(set) var termsThatAsk = 0
    private(set) var voidLookups = 0
    /// Whether a record asked for the local part of the sender.
    var asksForLocalPart = false

    let identity: SPFCheck.Identity
    let lookups: Lookups
    let names: any InternationalNames
    let limits: SPFCheck.Limits
    let scope: SPFScope
    let records: SPFRecordCache?
    private var validatedNames: [DomainName]?

    init(
        of identity: SPFCheck.Identity, in scope: SPFScope, asking lookups: Lookups, names: any InternationalNames, limits: SPFCheck.Limits,
        records: SPFRecordCache? = nil
    ) {
        self.identity = identity
        self.scope = scope
        self.lookups = lookups
        self.names = names
        self.limits = limits
        self.records = records
    }

    /// The result for a domain (section 4).
    mutating func result(for target: MacroString.Fixed, depth: Int) async -> Decision {
        guard let name = target.name, name.labelCount > 1 else {
            problem = .notADomain
            return Decision(result: .none)
        }
        do {
            return try await decision(for: name, written: target.domain, depth: depth)
        } catch {
            if problem == nil { problem = error.problem }
            return Decision(result: error.result)
        }
    }

    /// The name that a domain is asked for by: letters of other scripts in their ASCII form; nothing for an address in brackets (section 4.3).
    func name(_ domain: [UInt8]) -> DomainName? {
        guard domain.first != UInt8(ascii: "[") else { return nil }
        guard domain.contains(where: { $0 > 0x7F }) else { return DomainName(domain) }
        var ascii: [UInt8] = []
        guard names.toASCII(domain.span, into: &ascii).subtracting(.toleratedInURLs).isEmpty else { return nil }
        return DomainName(ascii)
    }

    private mutating func decision(for name: DomainName, written domain: [UInt8], depth: Int) async throws(Stop) -> Decision {
        guard let record = try await record(of: name, depth: depth) else { return Decision(result: .none) }
        await expectAnswers(to: record, domain: domain, name: name)
        let owner = name.description
        for directive in record.directives {
            let step = steps.count
            steps.append(SPFOutcome.Step(depth: depth, domain: owner, term: directive.term, finding: .noMatch))
            let matches: Bool
            switch directive.mechanism {
            // What asks nobody waits for nobody.
            case .all: matches = true
            case .network(let network): matches = network.contains(identity.address)
            default:
                do {
                    matches = try await self.matches(directive.mechanism, domain: domain, name: name, depth: depth)
                } catch {
                    steps[step].finding = .undecided(error.result)
                    throw error
                }
            }
            guard matches else { continue }
            steps[step].finding = .match(directive.qualifier.result)
            return Decision(result: directive.qualifier.result, explanation: record.explanation, domain: domain)
        }
        guard let redirect = record.redirect else { return Decision(result: .neutral) }
        return try await follow(redirect, of: record, domain: domain, name: name, depth: depth)
    }

    /// The record of the domain that `redirect` names (section 6.1).
    private mutating func follow(
        _ redirect: MacroString, of record: SPFRecord, domain: [UInt8], name: DomainName, depth: Int
    ) async throws(Stop) -> Decision {
        try countTerm()
        let target = await self.target(of: redirect, domain: domain)
        if let range = record.redirectRange {
            let term = String(decoding: record.bytes[range], as: UTF8.self)
            steps.append(SPFOutcome.Step(depth: depth, domain: name.description, term: term, finding: .followed))
        }
        let missing = Stop(result: .permerror, problem: .noRecord(domain: String(decoding: target.domain, as: UTF8.self)))
        guard let next = target.name else { throw missing }
        let decision = try await decision(for: next, written: target.domain, depth: depth + 1)
        if decision.result == .none { throw missing }
        return decision
    }

    /// The one record of SPF at a name (sections 4.4 and 4.5); nothing where there is none.
    private mutating func record(of name: DomainName, depth: Int) async throws(Stop) -> SPFRecord? {
        let answer = await lookups.answer(name, .txt)
        guard !answer.outcome.isTemporary else {
            throw Stop(result: .temperror, problem: .notAnswered("\(name) TXT (\(answer.outcome))"))
        }
        guard answer.outcome != .nonexistent || scope != .purportedResponsibleAddress || depth > 0 else {
            // RFC 4406 section 4.3: a responsible address of a domain that does not exist fails.
            throw Stop(result: .fail, problem: .notADomain)
        }
        guard let published = try select(from: answer, at: name) else { return nil }
        if depth == 0 { firstRecord = published.text }
        switch published.record {
        case .success(let record): return record
        case .failure(let error): throw Stop(result: .permerror, problem: .syntax(error, domain: name.description))
        }
    }

    /// The one record of the scope among texts (RFC 7208 section 4.5, RFC 4406 section 4.4).
    private func select(from answer: Answer, at name: DomainName) throws(Stop) -> SPFPublished? {
        var plain: SPFPublished?
        var scoped: SPFPublished?
        var (plainCount, scopedCount) = (0, 0)
        for case .text(let text) in answer.records {
            guard let published = records.map({ $0.published(text) }) ?? SPFPublished(text) else { continue }
            if let scopes = published.version.scopes {
                guard let word = scope.word, scopes.contains(word) else { continue }
                scopedCount += 1
                if scoped == nil { scoped = published }
            } else {
                plainCount += 1
                if plain == nil { plain = published }
            }
        }
        guard (scopedCount > 0 ? scopedCount : plainCount) < 2 else {
            throw Stop(result: .permerror, problem: .severalRecords(domain: name.description))
        }
        return scoped ?? plain
    }

    mutating func countTerm() throws(Stop) {
        termsThatAsk += 1
        guard termsThatAsk <= limits.terms else { throw Stop(result: .permerror, problem: .tooManyTerms) }
    }

    /// The answer to a question that a mechanism asks; one that finds nothing is counted.
    mutating func ask(_ name: DomainName, _ type: RecordType) async throws(Stop) -> Answer {
        let answer = await lookups.answer(name, type)
        guard !answer.outcome.isTemporary else {
            throw Stop(result: .temperror, problem: .notAnswered("\(name) \(type) (\(answer.outcome))"))
        }
        if answer.outcome != .found { try countVoid() }
        return answer
    }

    mutating func countVoid() throws(Stop) {
        voidLookups += 1
        guard voidLookups <= limits.voidLookups else { throw Stop(result: .permerror, problem: .tooManyVoidLookups) }
    }

    /// Keeps the validated host names of the client, which are looked for once (section 5.5).
    mutating func validated() async -> [DomainName] {
        if let validatedNames { return validatedNames }
        let found = await findValidatedNames()
        validatedNames = found
        return found
    }
}
