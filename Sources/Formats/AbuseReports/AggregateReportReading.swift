internal import Messages

/// The reading half of `AggregateReport`: one pass over the tokens of the document.
struct AggregateReportReading {
    /// The elements that mean something.
    enum Element: String, CaseIterable {
        case other
        case feedback, version, record, row, reason, identifiers, dkim, spf
        case metadata = "report_metadata", organization = "org_name", email, contact = "extra_contact_info", identifier = "report_id"
        case dateRange = "date_range", begin, end, error, generator
        case policy = "policy_published", domain, adkim, aspf, p, sp, np, pct, fo, testing, discovery = "discovery_method"
        case source = "source_ip", count, evaluated = "policy_evaluated", disposition, type, comment
        case author = "header_from", sender = "envelope_from", recipient = "envelope_to"
        case results = "auth_results", selector, scope, result, explanation = "human_result"

        /// The elements by the hashes of their names: a document has millions of names, and a text for each would take most of the time.
        private static let hashed: [UInt64: Element] = {
            var elements: [UInt64: Element] = [:]
            for element in allCases where element != .other { elements[hash(of: Array(element.rawValue.utf8).span)] = element }
            return elements
        }()

        /// The element of a name, of either case, behind the colon where it has one.
        static func named(_ name: Span<UInt8>) -> Element { hashed[hash(of: name)] ?? .other }

        /// Whoever makes another name with the hash of an element might have written that element.
        private static func hash(of name: Span<UInt8>) -> UInt64 {
            var hash = FNV1a()
            for index in name.indices {
                if name[index] == UInt8(ascii: ":") {
                    hash = FNV1a()
                } else {
                    hash.add(name[index] &- 65 < 26 ? name[index] | 32 : name[index])
                }
            }
            return hash.value
        }
    }

    private(set) var report = AggregateReport(.rfc7489)
    private let limits: ReportLimits
    private var stack: [Element] = []
    private var text: [UInt8] = []
    private var textStart = 0
    private var isCut = false
    private var record = AggregateReport.Record()
    private var recordStart = 0
    private var reason = AggregateReport.Reason(.other)
    private var result = AggregateReport.Result(domain: "", result: "")
    /// How many results and reasons are kept in all rows.
    private var resultCount = 0
    private var isFull = false
    private var hasRoot = false

    init(limits: ReportLimits) {
        self.limits = limits
    }

    mutating func note(_ kind: ReportProblem.Kind, at offset: Int) {
        if report.problems.count < limits.problems { report.problems.append(ReportProblem(kind: kind, offset: offset)) }
    }

    mutating func run(_ bytes: Span<UInt8>) {
        var scanner = XMLScanner(bytes, limits: limits)
        while !isFull, let token = scanner.next(bytes) {
            switch token {
            case .start(let name, let attributes): start(bytes, name, attributes)
            case .end(let name): end(at: name.lowerBound)
            case .text(let range):
                let (unknown, cut) = XMLText.append(bytes, range, to: &text, limit: limits.textBytes)
                if let unknown { note(.unknownEntity, at: unknown) }
                isCut = isCut || cut
            case .literal(let range):
                for index in range.prefix(max(0, limits.textBytes - text.count)) { text.append(bytes[index]) }
                isCut = isCut || text.count >= limits.textBytes
            }
        }
        if let failure = scanner.failure { note(failure.kind, at: failure.offset) }
        if !hasRoot { note(.notAReport, at: 0) }
        lookForMissing(at: bytes.count)
    }

    private mutating func start(_ bytes: Span<UInt8>, _ name: Range<Int>, _ attributes: Range<Int>) {
        let element = Element.named(bytes.extracting(name))
        if stack.isEmpty {
            hasRoot = true
            if element != .feedback { note(.notAReport, at: name.lowerBound) }
            if contains(bytes, attributes, "urn:ietf:params:xml:ns:dmarc-2.0") { report.form = .rfc9990 }
        }
        switch (stack.last, element) {
        case (.feedback, .record):
            record = AggregateReport.Record()
            recordStart = name.lowerBound
        case (.evaluated, .reason): reason = AggregateReport.Reason(.other)
        case (.results, .dkim), (.results, .spf): result = AggregateReport.Result(domain: "", result: "")
        default: break
        }
        stack.append(element)
        text.removeAll(keepingCapacity: true)
        textStart = name.upperBound
        isCut = false
    }

    private func contains(_ bytes: Span<UInt8>, _ range: Range<Int>, _ word: String) -> Bool {
        var window: [UInt8] = []
        for index in range.prefix(4096) { window.append(bytes[index]) }
        let wanted = Array(word.utf8)
        return window.indices.contains { window[$0...].starts(with: wanted) }
    }

    private mutating func end(at offset: Int) {
        guard let element = stack.popLast() else { return }
        let parent = stack.last
        let grandparent = stack.dropLast().last
        if isCut, element != .other { note(.textTooLong(element.rawValue), at: textStart) }
        isCut = false
        guard element != .other else { return text.removeAll(keepingCapacity: true) }
        let value = trimmedText()
        switch (parent, element) {
        case (.feedback, .record):
            guard report.records.count < limits.rows else {
                note(.tooMany("record"), at: recordStart)
                isFull = true
                return
            }
            report.records.append(record)
        case (.metadata, _), (.dateRange, _): takeMetadata(element, value)
        case (.policy, _): takePolicy(element, value)
        case (.row, .source): record.source = value
        case (.row, .count): record.count = number(value, "count") ?? 0
        case (.evaluated, .reason):
            if takesResult(record.reasons.count, of: limits.repeats, "reason", at: offset) { record.reasons.append(reason) }
        case (.evaluated, .disposition): record.disposition = word(value, "disposition")
        case (.evaluated, .dkim): record.dkimPasses = passes(value, "dkim")
        case (.evaluated, .spf): record.spfPasses = passes(value, "spf")
        case (.reason, .type): reason.kind = word(value, "type") ?? .other
        case (.reason, .comment): reason.comment = value.isEmpty ? nil : value
        case (.identifiers, .author): record.author = value
        case (.identifiers, .sender): record.sender = value
        case (.identifiers, .recipient): record.recipient = value
        case (.results, .dkim):
            if hasDomain("dkim", at: offset), takesResult(record.signatures.count, of: limits.signatures, "dkim", at: offset) {
                record.signatures.append(result)
            }
        case (.results, .spf):
            if hasDomain("spf", at: offset), takesResult(record.senderResults.count, of: limits.repeats, "spf", at: offset) {
                record.senderResults.append(result)
            }
        case (.dkim, _) where grandparent == .results, (.spf, _) where grandparent == .results: takeResult(element, value)
        default: break
        }
        text.removeAll(keepingCapacity: true)
    }

    private mutating func takeMetadata(_ element: Element, _ value: String) {
        switch element {
        case .organization: report.metadata.organization = value
        case .email: report.metadata.email = value
        case .contact: report.metadata.contact = value.isEmpty ? nil : value
        case .identifier: report.metadata.identifier = value
        case .error: if hasRoom(report.metadata.errors.count, "error") { report.metadata.errors.append(value) }
        case .generator: report.metadata.generator = value.isEmpty ? nil : value
        case .begin: report.metadata.begin = number(value, "begin").map { Timestamp(seconds: Int64($0)) }
        case .end: report.metadata.end = number(value, "end").map { Timestamp(seconds: Int64($0)) }
        default: break
        }
    }

    private mutating func takePolicy(_ element: Element, _ value: String) {
        switch element {
        case .domain: report.policy.domain = value
        case .p: report.policy.own = word(value, "p")
        case .sp: report.policy.subdomains = word(value, "sp")
        case .np: report.policy.nonexistent = word(value, "np")
        case .adkim: report.policy.dkimAlignment = word(value, "adkim")
        case .aspf: report.policy.spfAlignment = word(value, "aspf")
        case .fo: report.policy.failureOptions = value.isEmpty ? nil : value
        case .pct: report.policy.percentage = number(value, "pct")
        case .testing:
            let lower = value.lowercased()
            if lower != "y", lower != "n" { return note(.badValue("testing"), at: textStart) }
            report.policy.isTesting = lower == "y"
        case .discovery: report.policy.discovery = word(value, "discovery_method")
        default: break
        }
    }

    private mutating func takeResult(_ element: Element, _ value: String) {
        switch element {
        case .domain: result.domain = value
        case .selector: result.selector = value
        case .scope: result.scope = value.lowercased()
        case .result:
            // The words that reporters put for those of the standard (RFC 7489 appendix C, RFC 7601 before it).
            switch value.lowercased() {
            case "hardfail": result.result = "fail"
            case "unknown": result.result = "temperror"
            case "error": result.result = "permerror"
            case let lower: result.result = lower
            }
        case .explanation: result.explanation = value.isEmpty ? nil : value
        default: break
        }
    }
}

// Values out of text.
extension AggregateReportReading {
    private func trimmedText() -> String {
        var slice = text[...]
        while let first = slice.first, first <= 32 { slice.removeFirst() }
        while let last = slice.last, last <= 32 { slice.removeLast() }
        return String(decoding: slice, as: UTF8.self)
    }

    /// Whether a result says what it is of; one that does not says nothing.
    private mutating func hasDomain(_ name: String, at offset: Int) -> Bool {
        if result.domain.isEmpty { note(.missing("\(name)/domain"), at: offset) }
        return !result.domain.isEmpty
    }

    /// Whether another result or reason is kept: each row has room for some, and so have all together.
    private mutating func takesResult(_ count: Int, of limit: Int, _ name: String, at offset: Int) -> Bool {
        guard count < limit, resultCount < limits.results else {
            note(.tooMany(name), at: offset)
            return false
        }
        resultCount += 1
        return true
    }

    /// Whether another of the elements that may stand several times is kept.
    private mutating func hasRoom(_ count: Int, _ name: String) -> Bool {
        if count >= limits.repeats { note(.tooMany(name), at: textStart) }
        return count < limits.repeats
    }

    /// One of the words of a list. An empty element says nothing, and is not wrong.
    private mutating func word<Word: RawRepresentable>(_ value: String, _ name: String) -> Word? where Word.RawValue == String {
        if value.isEmpty { return nil }
        guard let word = Word(rawValue: value.lowercased()) else {
            note(.badValue(name), at: textStart)
            return nil
        }
        return word
    }

    private mutating func passes(_ value: String, _ name: String) -> Bool? {
        switch value.lowercased() {
        case "pass": return true
        case "fail": return false
        case "": return nil
        default:
            note(.badValue(name), at: textStart)
            return nil
        }
    }

    /// A whole number from 0 to 2^53, which every reader of reports can count with.
    private mutating func number(_ value: String, _ name: String) -> Int? {
        guard let number = Int(value), (0...1 << 53).contains(number) else {
            note(.badValue(name), at: textStart)
            return nil
        }
        return number
    }

    private mutating func lookForMissing(at offset: Int) {
        if report.metadata.organization.isEmpty { note(.missing("org_name"), at: offset) }
        if report.metadata.identifier.isEmpty { note(.missing("report_id"), at: offset) }
        if report.metadata.begin == nil { note(.missing("begin"), at: offset) }
        if report.metadata.end == nil { note(.missing("end"), at: offset) }
        if report.policy.domain.isEmpty { note(.missing("domain"), at: offset) }
        if report.records.isEmpty { note(.missing("record"), at: offset) }
        if report.records.contains(where: { $0.address == nil }) { note(.missing("source_ip"), at: offset) }
        if report.records.contains(where: { $0.author.isEmpty }) { note(.missing("header_from"), at: offset) }
    }
}
