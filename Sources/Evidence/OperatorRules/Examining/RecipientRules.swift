internal import Messages

/// The lists of one recipient, checked (X.1242: rules of the subscriber's own).
struct RecipientRules: Sendable {
    /// A time of day on some days of the week, in minutes, in which the recipient wants quiet.
    struct Quiet: Sendable, Hashable {
        var first: Int
        var last: Int
        /// Monday is the lowest bit.
        var days: UInt8

        /// Whether a moment lies in it. What goes over midnight belongs to the day on which it began.
        func contains(_ moment: Timestamp, zone: Int) -> Bool {
            let (minute, weekday) = RuleTime.civil(moment, zone: zone)
            func has(_ day: Int) -> Bool { days >> UInt8(day) & 1 == 1 }
            if first < last { return minute >= first && minute < last && has(weekday) }
            return minute >= first && has(weekday) || minute < last && has((weekday + 6) % 7)
        }
    }

    var allow = SenderSet([])
    var deny = SenderSet([])
    /// The bit that is set when one of the keywords was found.
    var keywords: Int?
    var quiet: [Quiet] = []
    var zone = 0
    /// What is done with what is not wanted.
    var denied = Disposition.quarantine
    var mode = Rule.Mode.observe
    var place: RulePlace
}

/// Senders as a recipient names them.
struct SenderSet: Sendable, Hashable {
    /// One way to name senders.
    enum Entry: Sendable, Hashable {
        /// This one.
        case whole([UInt8])
        /// All that begin so: `+88*`.
        case beginning([UInt8])
        /// All of a domain, and below: `@school.example`.
        case domain([UInt8])
        /// The numbers from one to another, of as many digits: `+4930100..+4930199`.
        case range(UInt64, UInt64, digits: Int)

        /// Reads an entry; nothing when it is none.
        init?(_ text: String) {
            let bytes = text.utf8.filter { $0 != 32 }.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }
            guard !bytes.isEmpty, bytes.count <= RuleLimits.memberBytes else { return nil }
            if let dots = text.firstRange(of: "..") {
                guard let first = Entry.number(text[..<dots.lowerBound]), let last = Entry.number(text[dots.upperBound...]),
                    first.digits == last.digits, first.value <= last.value
                else { return nil }
                self = .range(first.value, last.value, digits: first.digits)
                return
            }
            let stars = bytes.count { $0 == UInt8(ascii: "*") }
            if bytes[0] == UInt8(ascii: "@") {
                guard bytes.count > 1, stars == 0 else { return nil }
                self = .domain(Array(bytes.dropFirst()))
            } else if bytes.last == UInt8(ascii: "*") {
                guard bytes.count > 1, stars == 1 else { return nil }
                self = .beginning(Array(bytes.dropLast()))
            } else {
                guard stars == 0 else { return nil }
                self = .whole(bytes)
            }
        }

        /// The digits after a plus sign; at most the fifteen of E.164 and a few more.
        static func number(_ text: Substring) -> (value: UInt64, digits: Int)? {
            let digits = text.utf8.filter { $0 != 32 }.dropFirst()
            guard text.utf8.first(where: { $0 != 32 }) == UInt8(ascii: "+"), (1...18).contains(digits.count) else { return nil }
            return value(of: digits).map { ($0, digits.count) }
        }

        static func value(of digits: some Collection<UInt8>) -> UInt64? {
            var value: UInt64 = 0
            for byte in digits {
                guard (48...57).contains(byte) else { return nil }
                value = value * 10 + UInt64(byte - 48)
            }
            return value
        }
    }

    private var whole: TextSet
    private var beginnings: TextSet
    private var domains: TextSet
    private var ranges: [(first: UInt64, last: UInt64, digits: Int)] = []
    private let entries: [Entry]

    init(_ entries: [Entry]) {
        var (whole, beginnings, domains): ([[UInt8]], [[UInt8]], [[UInt8]]) = ([], [], [])
        for entry in entries {
            switch entry {
            case .whole(let text): whole.append(text)
            case .beginning(let text): beginnings.append(text)
            case .domain(let text): domains.append(text)
            case .range(let first, let last, let digits): ranges.append((first, last, digits))
            }
        }
        self.whole = TextSet(whole)
        self.beginnings = TextSet(beginnings)
        self.domains = TextSet(domains)
        self.entries = entries
    }

    /// Whether a sender is one of them; both are spelt as the fields of rules are.
    func contains(_ sender: TextValues, of domain: TextValues) -> Bool {
        if sender.hold(.equals, whole) || sender.hold(.startsWith, beginnings) || domain.hold(.within, domains) { return true }
        guard !ranges.isEmpty, sender.count == 1, sender.bytes.first == UInt8(ascii: "+"), sender.bytes.count <= 19 else { return false }
        let digits = sender.bytes.dropFirst()
        guard let value = Entry.value(of: digits) else { return false }
        return ranges.contains { $0.digits == digits.count && value >= $0.first && value <= $0.last }
    }

    static func == (left: SenderSet, right: SenderSet) -> Bool { left.entries == right.entries }

    func hash(into hasher: inout Hasher) { hasher.combine(entries) }
}
