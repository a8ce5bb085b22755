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
    private var validatedNames: [DomainName]?

    init(
        of identity: SPFCheck.Identity, in scope: SPFScope, asking lookups: Lookups, names: any InternationalNames, limits: SPFCheck.Limits
    ) {
        self.identity = identity
        self.scope = scope
        self.lookups = lookups
        self.names = names
        self.limits = limits
    }

    /// The result for a domain (section 4).
    mutating func result(for domain: [UInt8], depth: Int) async -> Decision {
        guard let name = name(domain), name.labelCount > 1 else {
            problem = .notADomain
            return Decision(result: .none)
        }
        do {
            return try await decision(for: name, written: domain, depth: depth)
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
        for directive in record.directives {
            let term = String(decoding: record.bytes[directive.range], as: UTF8.self)
            let step = steps.count
            steps.append(SPFOutcome.Step(depth: depth, domain: name.description, term: term, finding: .noMatch))
            let matches: Bool
            do {
                matches = try await self.matches(directive.mechanism, domain: domain, name: name, depth: depth)
            } catch {
                steps[step].finding = .undecided(error.result)
                throw error
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
        let target = await expand(redirect, domain: domain)
        if let range = record.redirectRange {
            let term = String(decoding: record.bytes[range], as: UTF8.self)
            steps.append(SPFOutcome.Step(depth: depth, domain: name.description, term: term, finding: .followed))
        }
        let missing = Stop(result: .permerror, problem: .noRecord(domain: String(decoding: target, as: UTF8.self)))
        guard let next = self.name(target) else { throw missing }
        let decision = try await decision(for: next, written: target, depth: depth + 1)
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
        guard let (found, version) = try select(from: answer.texts, at: name) else { return nil }
        if depth == 0 { firstRecord = found }
        do {
            return try SPFRecord(found, from: version.end)
        } catch {
            throw Stop(result: .permerror, problem: .syntax(error, domain: name.description))
        }
    }

    /// The one record of the scope among texts (RFC 7208 section 4.5, RFC 4406 section 4.4).
    private func select(from texts: [[UInt8]], at name: DomainName) throws(Stop) -> (text: [UInt8], version: SPFVersion)? {
        var candidates: [(text: [UInt8], version: SPFVersion)] = []
        for text in texts {
            guard let version = SPFVersion(of: text) else { continue }
            candidates.append((text, version))
        }
        var chosen: [(text: [UInt8], version: SPFVersion)] = []
        if let word = scope.word { chosen = candidates.filter { $0.version.scopes?.contains(word) ?? false } }
        if chosen.isEmpty { chosen = candidates.filter { $0.version.scopes == nil } }
        guard chosen.count < 2 else { throw Stop(result: .permerror, problem: .severalRecords(domain: name.description)) }
        return chosen.first
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
        if answer.outcome != .found {
            voidLookups += 1
            guard voidLookups <= limits.voidLookups else { throw Stop(result: .permerror, problem: .tooManyVoidLookups) }
        }
        return answer
    }

    /// Keeps the validated host names of the client, which are looked for once (section 5.5).
    mutating func validated() async -> [DomainName] {
        if let validatedNames { return validatedNames }
        let found = await findValidatedNames()
        validatedNames = found
        return found
    }
}
