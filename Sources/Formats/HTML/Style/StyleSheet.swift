// The rules of `style` elements (CSS Syntax 3, Selectors 4), as far as they can hide something: selectors of one type, class or id,
// and lists of them. What needs more than that to match is left out, so that nothing is called hidden that may be shown.

/// Rules from a document's style sheets, found by type, class and id in constant time.
struct StyleSheet: Sendable {
    private struct Rule: Sendable {
        var type: PackedName
        /// The class or id in lower case, as quirks mode compares it; none for a bare type.
        var key: PackedName
        var longKey: UInt64
        var sort: UInt8
        var ancestor: HTMLTag
        var rank: Int
        var declarations: StyleDeclarations
        var next: Int32
    }

    private static let buckets = 256
    /// A document that fills one bucket on purpose must not make every element slow.
    private static let rulesPerBucket = 16
    private static let classesPerElement = 32

    private var rules: [Rule] = []
    private var heads = [Int32](repeating: -1, count: buckets)
    private var plain: [UInt8] = []
    private var matches: [Int32] = []

    var isEmpty: Bool { rules.isEmpty }
    var count: Int { rules.count }

    /// Forgets all rules, keeping the memory.
    mutating func reset() {
        guard !rules.isEmpty else { return }
        rules.removeAll(keepingCapacity: true)
        for index in 0..<Self.buckets { heads[index] = -1 }
    }

    // MARK: Reading

    /// Adds the rules of a style sheet; false where there are more than `limit`.
    mutating func add(_ input: Span<UInt8>, _ range: Range<Int>, limit: Int) -> Bool {
        plain.removeAll(keepingCapacity: true)
        // The old comment marks around a sheet are tokens of their own in CSS.
        CSSDeclarationScanner.plain(input, from: range.lowerBound, to: range.upperBound, into: &plain)
        let text = plain
        return read(text.span, limit: limit)
    }

    private mutating func read(_ text: Span<UInt8>, limit: Int) -> Bool {
        var at = 0
        while at < text.count {
            at = text.skipSpace(from: at, to: text.count)
            guard at < text.count else { break }
            if text[at] == ASCII.closeBrace {
                at += 1
                continue
            }
            if text.matches("<!--", at: at) || text.matches("-->", at: at) {
                at += text[at] == ASCII.less ? 4 : 3
                continue
            }
            var open = at
            while open < text.count, text[open] != ASCII.openBrace, !(text[open] == ASCII.semicolon && text[at] == ASCII.at) { open += 1 }
            guard open < text.count else { break }
            if text[at] == ASCII.at {
                // Inside a query that every screen answers with yes the rules are read like any others; the `}` that ends it is
                // passed over above.
                let isEntered = text[open] == ASCII.openBrace && Self.isForEveryScreen(text, at..<open)
                at = text[open] == ASCII.semicolon || isEntered ? open + 1 : Self.blockEnd(text, from: open)
                continue
            }
            let close = text.first(ASCII.closeBrace, from: open)
            var declarations = StyleDeclarations()
            CSSDeclarationScanner.read(text, from: open + 1, to: close, into: &declarations)
            if !declarations.isEmpty, !addSelectors(text, at..<open, declarations, limit: limit) { return false }
            at = close + 1
        }
        return true
    }

    private static func isForEveryScreen(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var end = range.upperBound
        while end > range.lowerBound, ASCII.isSpace(text[end - 1]) { end -= 1 }
        return [PackedName("@media screen"), PackedName("@media all")].contains(PackedName(text, from: range.lowerBound, to: end))
    }

    /// The offset after the block whose `{` is at an offset.
    private static func blockEnd(_ text: Span<UInt8>, from open: Int) -> Int {
        var depth = 0
        var at = open
        while at < text.count {
            if text[at] == ASCII.openBrace { depth += 1 }
            if text[at] == ASCII.closeBrace { depth -= 1 }
            at += 1
            if depth == 0 { break }
        }
        return at
    }

    private mutating func addSelectors(
        _ text: Span<UInt8>, _ range: Range<Int>, _ declarations: StyleDeclarations, limit: Int
    ) -> Bool {
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start
            while end < range.upperBound, text[end] != ASCII.comma { end += 1 }
            if let rule = Self.rule(text, start..<end, declarations) {
                guard rules.count < limit else { return false }
                insert(rule)
            }
            start = end + 1
        }
        return true
    }

    /// A rule for `type`, `.class`, `type.class`, `#id`, `type#id`, any of them behind one type of ancestor; nothing for others.
    private static func rule(_ text: Span<UInt8>, _ range: Range<Int>, _ declarations: StyleDeclarations) -> Rule? {
        var rule = Rule(
            type: PackedName(), key: PackedName(), longKey: 0, sort: 0, ancestor: .unknown, rank: 0, declarations: declarations, next: -1)
        var at = text.skipSpace(from: range.lowerBound, to: range.upperBound)
        guard at < range.upperBound else { return nil }
        rule.type = name(text, &at, range.upperBound)
        if at < range.upperBound, ASCII.isSpace(text[at]) {
            let next = text.skipSpace(from: at, to: range.upperBound)
            if next < range.upperBound {
                guard let tag = HTMLTag(rule.type) else { return nil }
                rule.ancestor = tag
                at = next
                rule.type = name(text, &at, range.upperBound)
            }
        }
        if at < range.upperBound, text[at] == ASCII.asterisk { at += 1 }
        if at < range.upperBound, text[at] == ASCII.dot || text[at] == ASCII.hash {
            rule.sort = text[at]
            at += 1
            let start = at
            rule.key = name(text, &at, range.upperBound)
            rule.longKey = long(text, start..<at)
            guard rule.key.count > 0 else { return nil }
        }
        guard text.skipSpace(from: at, to: range.upperBound) == range.upperBound else { return nil }
        rule.rank = (rule.sort == ASCII.hash ? 4 : rule.sort == ASCII.dot ? 2 : 0) + (rule.type.count > 0 ? 1 : 0)
        return rule
    }

    /// Reads an identifier.
    private static func name(_ text: Span<UInt8>, _ at: inout Int, _ end: Int) -> PackedName {
        var name = PackedName()
        while at < end {
            let byte = text[at]
            guard ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == ASCII.hyphen || byte == ASCII.underscore || byte >= 0x80 else {
                break
            }
            name.append(byte)
            at += 1
        }
        name.close()
        return name
    }

    /// Tells long names apart whose ends are the same.
    private static func long(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
        guard range.count > 16 else { return 0 }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for at in range { hash = (hash ^ UInt64(ASCII.lowered(text[at]))) &* 0x100_0000_01B3 }
        return hash
    }

    private static func bucket(_ key: PackedName, _ sort: UInt8) -> Int {
        Int(truncatingIfNeeded: key.mixed &>> 56) ^ Int(sort)
    }

    private mutating func insert(_ rule: Rule) {
        let bucket = Self.bucket(rule.sort == 0 ? rule.type : rule.key, rule.sort)
        var length = 0
        var index = heads[bucket]
        while index >= 0 {
            length += 1
            index = rules[Int(index)].next
        }
        guard length < Self.rulesPerBucket else { return }
        var rule = rule
        rule.next = heads[bucket]
        heads[bucket] = Int32(rules.count)
        rules.append(rule)
    }

    // MARK: Matching

    /// Lays the declarations of all rules for an element over `style`, in the order of the cascade.
    ///
    /// `classes` and `id` are ranges of `text`; `isOpen` says which elements are around it.
    mutating func apply(
        to style: inout StyleDeclarations, type: PackedName, classes: Range<Int>, id: Range<Int>, in text: Span<UInt8>,
        around open: HTMLTag.Set
    ) {
        if !matches.isEmpty { matches.removeAll(keepingCapacity: true) }
        collect(PackedName(), 0, sort: 0, type: type, open)
        collect(type, 0, sort: 0, type: type, open)
        var at = classes.lowerBound
        var tokens = 0
        while at < classes.upperBound, tokens < Self.classesPerElement {
            at = text.skipSpace(from: at, to: classes.upperBound)
            let start = at
            while at < classes.upperBound, !ASCII.isSpace(text[at]) { at += 1 }
            guard at > start else { break }
            collect(PackedName(text, from: start, to: at), Self.long(text, start..<at), sort: ASCII.dot, type: type, open)
            tokens += 1
        }
        if !id.isEmpty {
            collect(PackedName(text, from: id.lowerBound, to: id.upperBound), Self.long(text, id), sort: ASCII.hash, type: type, open)
        }
        // Few rules match an element: sorting by insertion.
        for index in matches.indices.dropFirst() {
            var place = index
            while place > 0, isBefore(matches[place], matches[place - 1]) {
                matches.swapAt(place, place - 1)
                place -= 1
            }
        }
        for index in matches { style.override(with: rules[Int(index)].declarations) }
    }

    private func isBefore(_ one: Int32, _ other: Int32) -> Bool {
        let ranks = (rules[Int(one)].rank, rules[Int(other)].rank)
        return ranks.0 < ranks.1 || ranks.0 == ranks.1 && one < other
    }

    private mutating func collect(_ key: PackedName, _ longKey: UInt64, sort: UInt8, type: PackedName, _ open: HTMLTag.Set) {
        var index = heads[Self.bucket(key, sort)]
        while index >= 0, matches.count < 64 {
            let rule = rules[Int(index)]
            let isKey = rule.sort == sort && (sort == 0 ? rule.type == key : rule.key == key && rule.longKey == longKey)
            if isKey, rule.type.count == 0 || rule.type == type, rule.ancestor == .unknown || open.contains(rule.ancestor) {
                matches.append(index)
            }
            index = rule.next
        }
    }
}
