internal import Messages
internal import Patterns
internal import Settings
internal import Yams

// The lists of recipients.
extension RuleFileReader {
    private static let recipientKeys = ["allow", "deny", "keywords", "quiet", "denied", "mode"]

    /// The slots of the fields that recipients' lists are about.
    mutating func senderSlots() -> (Int, Int) {
        (slot(of: TextField(.sender)), slot(of: TextField(.senderDomain)))
    }

    mutating func readRecipients(_ node: Node) {
        guard case .mapping(let recipients) = node else {
            if !isNothing(node) { report(node, "the recipients are each an address or a number, and below it lists") }
            return
        }
        for (key, value) in recipients {
            guard self.recipients.count < RuleLimits.recipients else {
                return report(key, "there are more than \(RuleLimits.recipients) recipients with rules")
            }
            let name = String(decoding: (key.scalar?.string ?? "").utf8.filter { $0 != 32 }, as: UTF8.self).lowercased()
            guard (1...RuleLimits.memberBytes).contains(name.utf8.count) else {
                report(key, "a recipient is an address or a number")
                continue
            }
            guard case .mapping(let lines) = value else {
                report(value, "what a recipient wants is 'name: value' lines: \(RuleFileReader.recipientKeys.joined(separator: ", "))")
                continue
            }
            if let earlier = self.recipients[name] {
                report(key, "the recipient's rules stand already at \(earlier.place.fileAndLine)")
                continue
            }
            var rules = RecipientRules(place: places.place(of: key))
            rules.zone = context.zone
            for (line, value) in lines { read(line, value, recipient: name, into: &rules) }
            self.recipients[name] = rules
        }
    }

    private mutating func read(_ key: Node, _ value: Node, recipient: String, into rules: inout RecipientRules) {
        switch key.scalar?.string {
        case "allow": rules.allow = readSenders(value)
        case "deny": rules.deny = readSenders(value)
        case "keywords": rules.keywords = readKeywords(value, recipient: recipient)
        case "quiet": rules.quiet = readQuiet(value)
        case "denied":
            let all: [Disposition] = [.tag, .quarantine, .reject]
            rules.denied = choice(value, all, "what is done with what a recipient does not want", rule: nil) ?? rules.denied
        case "mode": rules.mode = choice(value, Rule.Mode.allCases, "the mode", rule: nil) ?? rules.mode
        default: reportUnknown(key, among: RuleFileReader.recipientKeys, what: "line of a recipient")
        }
    }

    /// The members of a list of one recipient; one alone need not be in a list.
    private mutating func readList(_ value: Node, most: Int) -> [Node] {
        let list = value.sequence.map { Array($0) } ?? [value]
        guard list.count <= most else {
            report(value, "a recipient's list has at most \(most) members")
            return []
        }
        return list
    }

    private mutating func readSenders(_ value: Node) -> SenderSet {
        var entries: [SenderSet.Entry] = []
        for member in readList(value, most: RuleLimits.recipientSenders) {
            if let text = member.scalar?.string, let entry = SenderSet.Entry(text) {
                entries.append(entry)
            } else {
                report(
                    member,
                    "a sender is named whole, by its beginning (\"+88*\"), by its domain (\"@school.example\"), or as a range of numbers of one length (\"+4930100..+4930199\")"
                )
            }
        }
        return SenderSet(entries)
    }

    private mutating func readKeywords(_ value: Node, recipient: String) -> Int? {
        var patterns: [Pattern] = []
        var spelling = RuleSpelling()
        for member in readList(value, most: RuleLimits.recipientKeywords) {
            let text = spelling.spelt(Array((member.scalar?.string ?? "").utf8.prefix(RuleLimits.memberBytes)), .reader)
            guard !text.isEmpty else {
                report(member, "a keyword is a text of which a reader sees something")
                continue
            }
            // Words of ASCII stand as words; other scripts may put no blanks between them.
            let isASCII = text.allSatisfy { $0 < 0x80 }
            patterns.append(
                Pattern(id: 0, expression: text, isLiteral: true, options: isASCII ? [.singleMatch, .wholeWord] : [.singleMatch]))
        }
        guard !patterns.isEmpty, allowances.recipientKeywords else { return nil }
        let origin = RuleTables.PatternOrigin(place: places.place(of: value), rule: recipient)
        return bit(forKeywords: patterns, from: origin)
    }

    private mutating func readQuiet(_ value: Node) -> [RecipientRules.Quiet] {
        var all: [RecipientRules.Quiet] = []
        for member in readList(value, most: RuleLimits.recipientQuiet) {
            if let quiet = RuleFileReader.quiet(member.scalar?.string ?? "") {
                all.append(quiet)
            } else {
                report(
                    member,
                    "quiet is a time of day, and days where it is not every day, as in \"22:00..06:00\" or \"sat..sun 00:00..24:00\"")
            }
        }
        return all
    }

    /// Reads `22:00..06:00` or `mon..fri 22:00..06:00`.
    private static func quiet(_ text: String) -> RecipientRules.Quiet? {
        let words = text.split(separator: " ")
        guard (1...2).contains(words.count), let clock = words.last else { return nil }
        func ends(_ word: Substring) -> (Substring, Substring)? {
            guard let dots = word.firstRange(of: "..") else { return nil }
            return (word[..<dots.lowerBound], word[dots.upperBound...])
        }
        guard let (first, last) = ends(clock), let start = RuleTime.clock(String(first)), let end = RuleTime.clock(String(last)),
            start != end
        else { return nil }
        var days: UInt8 = 0x7F
        if words.count == 2 {
            let (from, to) = ends(words[0]) ?? (words[0], words[0])
            guard let first = RuleTime.weekdays.firstIndex(of: String(from)), let last = RuleTime.weekdays.firstIndex(of: String(to)) else {
                return nil
            }
            days = 0
            for step in 0...(last - first + 7) % 7 { days |= 1 << UInt8((first + step) % 7) }
        }
        return RecipientRules.Quiet(first: start, last: end, days: days)
    }
}
