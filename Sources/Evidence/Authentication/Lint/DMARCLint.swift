internal import Domains
internal import Resolving

/// Looks for what is wrong with a domain's record of DMARC (RFC 9989; RFC 7489 for what it left behind, RFC 9990 section 4 for reports).
struct DMARCLint {
    /// How many addresses for reports are asked about.
    static let addressLimit = 8

    private let lookups: Lookups
    private let names: any InternationalNames
    private let domain: DomainName
    private let place: Question
    /// Whether the domain sends no mail, as far as its records say.
    private let isSilent: Bool
    /// Whether it takes none.
    private let takesNothing: Bool
    private var notes = LintNotes()
    private var repair: DMARCRecordRepair?
    private var isOwn = true
    /// The policy that is published for the domain itself.
    private(set) var policy: DMARCPolicy?

    /// A lint of a domain; nothing where its name is too long to have such a record.
    init?(of domain: DomainName, isSilent: Bool, takesNothing: Bool, asking lookups: Lookups, names: any InternationalNames) {
        guard let name = domain.prepending("_dmarc") else { return nil }
        self.domain = domain
        self.isSilent = isSilent
        self.takesNothing = takesNothing
        self.lookups = lookups
        self.names = names
        place = Question(name, .txt)
    }

    /// What was found, after `run`.
    var findings: [LintFinding] {
        var notes = notes
        if let repair, isOwn { notes.want([.text(repair.text)], at: place) }
        return notes.findings
    }

    private mutating func note(
        _ id: String, _ severity: LintFinding.Severity, _ details: [String] = [], outcome: Answer.Outcome? = nil,
        isRepaired: Bool = false, besides: [Question] = []
    ) {
        let places = isRepaired && isOwn ? [place] + besides : besides
        notes.note("lint.dmarc." + id, severity, at: place, details, outcome: outcome, repairs: places)
    }

    private mutating func set(_ tag: String, _ value: String?) {
        guard var changed = repair else { return }
        changed.set(tag, value)
        repair = changed
    }

    private mutating func removeAddress(_ address: String, from tag: String) {
        guard var changed = repair else { return }
        changed.removeAddress(address, from: tag)
        repair = changed
    }

    /// Reads the record, what it refers to, and what stands where it should not.
    mutating func run() async {
        let answer = await lookups.answer(to: place)
        if answer.outcome.isTemporary { return note("not-answered", .unknown, [place.name.description], outcome: answer.outcome) }
        isOwn = answer.aliases.isEmpty
        let records = answer.texts.compactMap(DMARCRecord.init)
        let failed = answer.texts.filter { DMARCRecord($0) == nil && DMARCRecordRepair.looksLikeRecord($0) }
        if isOwn { notes.saw((records.map(\.bytes) + failed).map(RecordData.text), at: place) }
        for text in failed { note("not-a-record", .broken, [String(decoding: text, as: UTF8.self)], isRepaired: true) }
        if records.count > 1 { note("several-records", .broken, [String(records.count)], isRepaired: true) }
        let texts = records.isEmpty ? failed : records.map(\.bytes)
        if !texts.isEmpty { repair = DMARCRecordRepair(of: texts) }
        await findMisplaced()
        guard let repair else { return await noteMissing() }
        for record in records { noteProblems(of: record) }
        // What is said below is of the record as it is to be, so that one line settles all of it.
        guard let record = DMARCRecord(Array(repair.text.utf8)) else { return }
        if records.count == 1 { policy = records[0].policy }
        await readPolicy(of: record, isAsWritten: records.count == 1 && records[0].policy != nil)
        await readAddresses(of: record)
        if !notes.hasSerious, let policy, policy != .none {
            note("there", .fine, [policy.rawValue, String(record.aggregateAddresses.count)])
        }
    }

    /// A record that stands at the domain itself, or at a name that was meant to end in a dot.
    private mutating func findMisplaced() async {
        var places = [Question(domain, .txt)]
        if let twice = domain.prepending("_dmarc.\(domain)") { places.append(Question(twice, .txt)) }
        for wrong in places {
            let answer = await lookups.answer(to: wrong)
            let texts = answer.texts.filter { DMARCRecord($0) != nil }
            guard !texts.isEmpty, answer.aliases.isEmpty else { continue }
            notes.saw(texts.map(RecordData.text), at: wrong)
            notes.want([], at: wrong)
            if repair == nil {
                notes.saw([], at: place)
                repair = DMARCRecordRepair(of: texts)
            }
            note("misplaced", .broken, [wrong.name.description, place.name.description], isRepaired: true, besides: [wrong])
        }
    }

    private mutating func noteMissing() async {
        var steps: [DMARCOutcome.Step] = []
        do {
            let walk = try await DMARCDiscovery(lookups: lookups, suffixes: nil).walk(from: domain, steps: &steps)
            if walk.organization != domain, let above = walk.record(at: walk.organization) {
                let policy = above.record.subdomainPolicy ?? above.record.policy ?? DMARCPolicy.none
                self.policy = policy
                return note("inherited", .fine, [walk.organization.description, policy.rawValue])
            }
        } catch {
            return note("not-answered", .unknown, [error.question], outcome: error.outcome)
        }
        let reports = takesNothing ? "" : "; rua=mailto:dmarc-reports@\(domain)"
        let policy: DMARCPolicy = isSilent ? .reject : takesNothing ? .quarantine : .none
        repair = DMARCRecordRepair(of: [Array("v=DMARC1; p=\(policy.rawValue)\(reports)".utf8)])
        note(isSilent ? "missing-silent" : takesNothing ? "missing-unreported" : "missing", .missing, isRepaired: true)
    }

    /// What the reader of records passes over or does not know.
    private mutating func noteProblems(of record: DMARCRecord) {
        for problem in record.problems {
            let excerpt = SPFRecordRepair.excerpt(record.bytes, at: problem.offset)
            let severity: LintFinding.Severity = problem.kind.isHarmless ? .advice : .broken
            note(problem.kind.word, severity, [String(problem.offset), excerpt, problem.kind.tag ?? ""], isRepaired: true)
        }
    }

    private mutating func readPolicy(of record: DMARCRecord, isAsWritten: Bool) async {
        let policy = record.policy ?? DMARCPolicy.none
        let isStranger = await isBelowOrganization()
        if isAsWritten, policy == .none {
            if isSilent {
                note("none-silent", .advice, isRepaired: true)
                set("p", "reject")
            } else if record.aggregateAddresses.isEmpty {
                note("no-effect", .dangerous, isRepaired: true)
                if takesNothing { set("p", "quarantine") }
            } else {
                note("none", .advice, isRepaired: true)
                set("p", "quarantine")
            }
        }
        if record.isTesting, policy != .none {
            note("testing", .advice, isRepaired: true)
            set("t", nil)
        }
        if record.aggregateAddresses.isEmpty, !takesNothing {
            if policy != .none { note("no-reports", .advice, isRepaired: true) }
            set("rua", "mailto:dmarc-reports@\(domain)")
        }
        if isStranger {
            if record.subdomainPolicy != nil || record.nonexistentPolicy != nil {
                note("unread-policy", .advice, isRepaired: true)
                set("sp", nil)
                set("np", nil)
            }
            return
        }
        if let below = record.subdomainPolicy, below < policy {
            note("weak-sp", .dangerous, [below.rawValue, policy.rawValue], isRepaired: true)
            set("sp", nil)
        }
        let below = max(record.subdomainPolicy ?? policy, policy)
        if let absent = record.nonexistentPolicy, absent < below {
            note("weak-np", .dangerous, [absent.rawValue, below.rawValue], isRepaired: true)
            set("np", nil)
        }
        if record.publicSuffix == .yes { note("public-suffix", .note) }
    }

    /// Whether the domain belongs to one above it, whose record counts for the names below both.
    private mutating func isBelowOrganization() async -> Bool {
        do {
            let organization = try await DMARCDiscovery(lookups: lookups, suffixes: nil).organization(of: domain)
            guard organization != domain, domain.isWithin(organization) else { return false }
            note("below", .note, [organization.description])
            return true
        } catch {
            note("not-answered", .unknown, [error.question], outcome: error.outcome)
            return false
        }
    }

    private mutating func readAddresses(of record: DMARCRecord) async {
        let destinations = DMARCDestinations(asking: lookups, names: names)
        for (tag, addresses) in [("rua", record.aggregateAddresses), ("ruf", record.failureAddresses)] {
            for address in addresses.prefix(DMARCLint.addressLimit) {
                let host = address.destination.flatMap { DMARCNames.name($0, names) }
                switch await destinations.finding(of: address, in: domain) {
                case .own where takesNothing && host == domain:
                    note("unread-reports", .broken, [address.text], isRepaired: true)
                    removeAddress(address.text, from: tag)
                case .own, .allowed: break
                case .notAllowed: noteNotAllowed(address, host)
                case .notAnswered(let outcome): noteNotKnown(address, host, outcome)
                case .unusable:
                    note("unusable-address", .broken, [address.text], isRepaired: true)
                    removeAddress(address.text, from: tag)
                }
            }
        }
    }

    /// Whether another domain takes reports is not known; its owner must have published a record.
    private mutating func noteNotKnown(_ address: DMARCReportURI, _ host: DomainName?, _ outcome: Answer.Outcome) {
        let permission = host.flatMap { $0.prepending("\(domain)._report._dmarc") }
        let line = permission.map { "\($0). TXT \"v=DMARC1\"" } ?? ""
        note("reports-not-answered", .unknown, [address.text, line], outcome: outcome)
    }

    /// What another domain must publish before it gets reports.
    private mutating func noteNotAllowed(_ address: DMARCReportURI, _ host: DomainName?) {
        guard let host, let name = host.prepending("\(domain)._report._dmarc") else { return }
        let permission = Question(name, .txt)
        notes.saw([], at: permission)
        notes.want([.text("v=DMARC1")], at: permission)
        note("reports-not-allowed", .broken, [address.text, host.description], besides: [permission])
    }
}
