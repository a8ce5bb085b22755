internal import Domains
internal import Messages
internal import Resolving

/// One run of `check_host` with what it counts (RFC 7208 section 4.6).
///
/// A run waits for nobody: it follows from the client, the records and the answers that are known. Where an answer is missing it says which, and
/// is made once more from the beginning when that has come. A run is over in a microsecond, an answer takes milliseconds.
struct SPFEvaluation: ~Copyable {
    /// Why a run stops at once.
    enum Stop: Error {
        /// With a result; the problem is noted.
        case result(SPFResult)
        /// The answer to a question has to be waited for.
        case missing(Question)
    }

    /// What has to be waited for before there is an outcome.
    struct MissingAnswer: Error {
        let question: Question
    }

    private(set) var problem: SPFOutcome.Problem?
    private(set) var trace = SPFTrace()
    private(set) var termsThatAsk = 0
    private(set) var voidLookups = 0
    /// Whether a record asked for the local part of the sender.
    var asksForLocalPart = false
    /// The visit whose directive decided.
    private var deciding: Int?
    private var validatedNames: [DomainName]?

    let identity: SPFCheck.Identity
    let client: SPFClient
    let check: SPFCheck
    let scope: SPFScope

    /// Whether there are answers to wait for, so that it is worth asking for those that will be wanted before they are.
    private(set) var waits = false
    /// The answers that were waited for: who has to give up waiting has one too.
    private var given: [Question: Answer] = [:]
    /// The readings of answers that do not keep them, so that no later run reads them again.
    private var readings: [Question: SPFReading] = [:]

    init(_ check: consuming SPFCheck, of identity: consuming SPFCheck.Identity, in scope: SPFScope) {
        client = SPFClient(identity.address)
        self.identity = identity
        self.check = check
        self.scope = scope
    }

    var lookups: Lookups { check.lookups }
    var limits: SPFCheck.Limits { check.limits }

    /// Makes ready for another run, which waits for answers, with the one that was missing where it has come.
    mutating func resume(with answer: Answer? = nil, to question: Question) {
        given[question] = answer
        waits = true
        problem = nil
        trace.visits.removeAll(keepingCapacity: true)
        termsThatAsk = 0
        voidLookups = 0
        asksForLocalPart = false
        deciding = nil
        validatedNames = nil
    }

    /// What came of the run.
    mutating func outcome() throws(MissingAnswer) -> SPFOutcome {
        var result = SPFResult.none
        var explanation: String?
        do throws(Stop) {
            result = try self.result(for: name(identity.domain), written: identity.domain, depth: 0, parent: -1, directive: -1)
            if result == .fail, let deciding { explanation = try self.explanation(from: deciding) }
            if !waits { try expectTheRest() }
        } catch {
            switch error {
            case .missing(let question): throw MissingAnswer(question: question)
            case .result(let found): result = found
            }
        }
        // The run is over, and the trace goes on without it.
        var trace = SPFTrace()
        swap(&trace, &self.trace)
        return SPFOutcome(
            result: result, identity: identity, problem: problem, trace: trace, explanation: explanation, termsThatAsk: termsThatAsk,
            voidLookups: voidLookups, asksForLocalPart: asksForLocalPart)
    }

    private mutating func explanation(from visit: Int) throws(Stop) -> String? {
        guard let text = trace.visits[visit].published.explanation else { return nil }
        return try explanation(text, domain: trace.visits[visit].written)
    }

    /// The result for a domain (section 4). Only a missing answer is thrown.
    mutating func result(
        for name: DomainName?, written domain: [UInt8], depth: Int32, parent: Int32, directive: Int32
    ) throws(Stop) -> SPFResult {
        guard let name, name.bytes.contains(UInt8(ascii: ".")) else {
            problem = .notADomain
            return .none
        }
        do throws(Stop) {
            return try decision(for: name, written: domain, depth: depth, parent: parent, directive: directive)
        } catch {
            if case .result(let result) = error { return result }
            throw error
        }
    }

    /// Notes why a run stops, unless what was noted before says more.
    mutating func stop(_ result: SPFResult, _ problem: @autoclosure () -> SPFOutcome.Problem) -> Stop {
        if self.problem == nil { self.problem = problem() }
        return .result(result)
    }

    /// Stops where a domain that a record refers to has no record itself, whatever was noted of it (sections 5.2 and 6.1).
    mutating func lacks(_ domain: [UInt8]) -> Stop {
        problem = .noRecord(domain: String(decoding: domain, as: UTF8.self))
        return .result(.permerror)
    }

    /// The name that a domain is asked for by: letters of other scripts in their ASCII form; nothing for an address in brackets (section 4.3).
    func name(_ domain: [UInt8]) -> DomainName? {
        guard domain.first != UInt8(ascii: "[") else { return nil }
        guard domain.contains(where: { $0 > 0x7F }) else { return DomainName(domain) }
        var ascii: [UInt8] = []
        guard check.names.toASCII(domain.span, into: &ascii).subtracting(.toleratedInURLs).isEmpty else { return nil }
        return DomainName(ascii)
    }

    private mutating func decision(
        for name: DomainName, written domain: [UInt8], depth: Int32, parent: Int32, directive: Int32
    ) throws(Stop) -> SPFResult {
        guard let published = try record(of: name, depth: depth) else { return .none }
        let visit = trace.visits.count
        if visit == 0 { trace.visits.reserveCapacity(SPFTrace.usualCount) }
        trace.visits.append(
            SPFTrace.Visit(
                published, of: name, written: domain, depth: depth, parent: parent, directive: directive,
                after: Int32(clamping: termsThatAsk)))
        if let error = published.error { throw stop(.permerror, .syntax(error, domain: name.description)) }
        if waits { try expectAnswers(to: published, domain: domain, name: name, left: limits.terms - termsThatAsk) }
        for index in published.terms.indices {
            if let match = try match(published.terms[index], of: published, visit: visit) {
                trace.visits[visit].note(.match(match.result), after: match.place + 1)
                deciding = visit
                return match.result
            }
        }
        trace.visits[visit].note(.noMatch, after: published.directiveCount)
        guard let redirect = published.redirect else { return .neutral }
        return try follow(redirect, from: visit)
    }

    /// Whether a term matches the client: which directive, and what that means.
    private mutating func match(
        _ term: SPFPublished.Term, of published: SPFPublished, visit: Int
    ) throws(Stop) -> (place: Int32, result: SPFResult)? {
        switch term.kind {
        // What asks nobody waits for nobody.
        case .networks: return published.match(term, client)
        case .all: return (term.place, term.result)
        default: break
        }
        do throws(Stop) {
            return try matches(term, of: published, visit: visit) ? (term.place, term.result) : nil
        } catch {
            if case .result(let result) = error { trace.visits[visit].note(.undecided(result), after: term.place + 1) }
            throw error
        }
    }

    /// The record of the domain that `redirect` names (section 6.1).
    private mutating func follow(_ redirect: MacroString, from visit: Int) throws(Stop) -> SPFResult {
        try countTerm()
        let target = try target(of: redirect, domain: trace.visits[visit].written)
        trace.visits[visit].isFollowed = true
        if let next = target.name {
            let depth = trace.visits[visit].depth + 1
            let result = try decision(for: next, written: target.domain, depth: depth, parent: Int32(visit), directive: -1)
            if result != .none { return result }
        }
        throw lacks(target.domain)
    }

    /// The one record of SPF at a name (sections 4.4 and 4.5); nothing where there is none.
    private mutating func record(of name: DomainName, depth: Int32) throws(Stop) -> SPFPublished? {
        let answer = try answer(name, .txt)
        // A record that stands alone is for every scope.
        if let only = answer.reading as? SPFPublished { return only }
        guard answer.outcome == .found else {
            if answer.outcome.isTemporary { throw stop(.temperror, .notAnswered("\(Question(name, .txt)) (\(answer.outcome))")) }
            // RFC 4406 section 4.3: a responsible address of a domain that does not exist fails.
            if answer.outcome == .nonexistent, scope == .purportedResponsibleAddress, depth == 0 { throw stop(.fail, .notADomain) }
            return nil
        }
        let reading = reading(of: answer, to: Question(name, .txt))
        // The one record of the scope among texts (RFC 7208 section 4.5, RFC 4406 section 4.4).
        var (record, hasSeveral) = (reading.plain, reading.hasSeveral)
        if let word = scope.word {
            let scoped = reading.scoped.filter { $0.scopes?.contains(word) ?? false }
            if !scoped.isEmpty { (record, hasSeveral) = (scoped[0], scoped.count > 1) }
        }
        if hasSeveral { throw stop(.permerror, .severalRecords(domain: name.description)) }
        return record
    }

    /// What an answer has for SPF.
    mutating func reading(of answer: Answer, to question: Question) -> SPFReading {
        if !readings.isEmpty, let reading = readings[question] { return reading }
        let reading = SPFReading.of(answer)
        if !reading.isKept { readings[question] = reading }
        return reading
    }

    mutating func countTerm() throws(Stop) {
        termsThatAsk += 1
        guard termsThatAsk <= limits.terms else { throw stop(.permerror, .tooManyTerms) }
    }

    /// The records of one type at a name, where they are known.
    mutating func answer(_ name: DomainName, _ type: RecordType) throws(Stop) -> Answer {
        if let answer = lookups.knownAnswer(name, type) { return answer }
        let question = Question(name, type)
        if let answer = given[question] { return answer }
        throw .missing(question)
    }

    /// The records that a mechanism asks for; a question that finds nothing is counted.
    mutating func ask(_ name: DomainName, _ type: RecordType) throws(Stop) -> Answer {
        let answer = try answer(name, type)
        guard answer.outcome != .found else { return answer }
        if answer.outcome.isTemporary { throw stop(.temperror, .notAnswered("\(Question(name, type)) (\(answer.outcome))")) }
        try countVoid()
        return answer
    }

    mutating func countVoid() throws(Stop) {
        voidLookups += 1
        guard voidLookups <= limits.voidLookups else { throw stop(.permerror, .tooManyVoidLookups) }
    }

    /// Keeps the validated host names of the client, which are looked for once (section 5.5).
    mutating func validated() throws(Stop) -> [DomainName] {
        if let validatedNames { return validatedNames }
        let found = try findValidatedNames()
        validatedNames = found
        return found
    }
}
