// What is odd about a host name: services, look-alikes, lengths, chance. Hosts are hostile; the parser has made them ASCII.

internal import Domains
internal import Messages

/// Finds the signs of a host, and the brand that it names or imitates.
struct HostInspector {
    private let names: any InternationalNames
    private var unicode: [UInt8] = []
    private var folded: [UInt8] = []
    private var distance = EditDistance()

    init(names: any InternationalNames) {
        self.names = names
    }

    mutating func inspect(_ host: Span<UInt8>, match: SuffixMatch) -> (signs: HostSigns, brand: Int16) {
        var signs = KnownHosts.shared.signs(of: host)
        if match.section == .none { signs.insert(.unlistedSuffix) }
        if match.section == .privateDomains { signs.insert(.privateSuffix) }
        if host.count > 60 { signs.insert(.longHost) }
        guard let registrable = match.registrable else { return (signs, -1) }
        var labels = 0
        for index in 0..<match.suffix where host[index] == 46 { labels += 1 }
        if labels >= 5 { signs.insert(.manyLabels) }
        let name = host.extracting(registrable..<(match.suffix - 1))
        signs.formUnion(LabelShape.signs(name))
        let isPunycode = Self.hasPunycode(host)
        if isPunycode { signs.insert(.punycode) }
        if let own = BrandIndex.shared.owner(of: host, match: match) {
            signs.insert(.brandOwn)
            return (signs, own)
        }
        var brand: Int16 = -1
        if isPunycode, let found = homograph(host.extracting(0..<(match.suffix - 1))) {
            signs.insert(.homograph)
            brand = found
        }
        let below = host.extracting(0..<(match.suffix - 1))
        if let named = BrandIndex.shared.brand(namedIn: below, folded: &folded) {
            signs.insert(named.isDisguised ? .brandLookalike : .brandElsewhere)
            brand = named.brand
        } else if let near = BrandIndex.shared.brand(near: name, distance: &distance) {
            signs.insert(.brandLookalike)
            brand = near
        }
        return (signs, brand)
    }

    private static func hasPunycode(_ host: Span<UInt8>) -> Bool {
        var isStart = true
        for index in 0..<host.count {
            if isStart, ByteClass.starts(host, with: "xn--", at: index) { return true }
            isStart = host[index] == 46
        }
        return false
    }

    private static func brand(spelledLike label: Span<UInt8>) -> Int16? {
        var folded: [UInt8] = []
        Lookalikes.fold(label, into: &folded)
        return BrandIndex.shared.brand(spelled: folded.span)
    }

    /// Whether a label mixes scripts, or spells a brand with other letters; the brand when it does, -1 when none.
    private mutating func homograph(_ host: Span<UInt8>) -> Int16? {
        unicode.removeAll(keepingCapacity: true)
        _ = names.toUnicode(host, into: &unicode)
        let name = unicode  // shared, not copied
        let bytes = name.span
        var result: Int16?
        var start = 0
        while start < bytes.count {
            var end = start
            var isASCII = true
            while end < bytes.count, bytes[end] != 46 {
                if bytes[end] >= 128 { isASCII = false }
                end += 1
            }
            if !isASCII {
                let label = bytes.extracting(start..<end)
                if let brand = Self.brand(spelledLike: label) { return brand }
                if Lookalikes.mixesScripts(label) { result = -1 }
            }
            start = end + 1
        }
        return result
    }
}

/// What the letters of one label look like.
enum LabelShape {
    static func signs(_ label: Span<UInt8>) -> HostSigns {
        var signs: HostSigns = []
        var hyphens = 0
        var digits = 0
        var changes = 0
        var run = 0
        var longestRun = 0
        var vowels = 0
        var letters = 0
        for index in 0..<label.count {
            let byte = label[index]
            if byte == 45 { hyphens += 1 }
            if ByteClass.isDigit(byte) { digits += 1 }
            if index > 0, ByteClass.isDigit(byte) != ByteClass.isDigit(label[index - 1]) { changes += 1 }
            if ByteClass.isLetter(byte) {
                letters += 1
                if isVowel(byte) {
                    vowels += 1
                    run = 0
                } else {
                    run += 1
                    longestRun = max(longestRun, run)
                }
            } else {
                run = 0
            }
        }
        if hyphens >= 4 || digits >= 5 { signs.insert(.hyphensOrDigits) }
        guard label.count >= 8, !ByteClass.starts(label, with: "xn--") else { return signs }
        // Chance gives runs of consonants and changes between letters and digits that words of no language have.
        let isUnspeakable = longestRun >= 6 || longestRun >= 5 && vowels * 4 < letters || letters >= 8 && vowels * 8 < letters
        if isUnspeakable || changes >= 4 || changes >= 3 && vowels * 5 < letters { signs.insert(.randomLooking) }
        return signs
    }

    private static func isVowel(_ byte: UInt8) -> Bool {
        switch byte {
        case 97, 101, 105, 111, 117, 121: true
        default: false
        }
    }
}

/// The number of changes, swaps of neighbours included, between two short words (optimal string alignment).
struct EditDistance {
    static let longest = 31
    private var rows = [[UInt8]](repeating: [UInt8](repeating: 0, count: 32), count: 3)

    /// The distance, or nothing when it is more than `limit`. Words longer than `longest` are never near.
    mutating func between(_ first: Span<UInt8>, _ second: Span<UInt8>, limit: Int) -> Int? {
        guard first.count <= Self.longest, second.count <= Self.longest, abs(first.count - second.count) <= limit else { return nil }
        for column in 0...second.count { rows[0][column] = UInt8(column) }
        for row in 1..<(first.count + 1) {
            let (now, last, before) = (row % 3, (row + 2) % 3, (row + 1) % 3)
            rows[now][0] = UInt8(row)
            var smallest = UInt8(row)
            for column in 1..<(second.count + 1) {
                let isEqual = first[row - 1] == second[column - 1]
                var cost = min(rows[last][column] + 1, rows[now][column - 1] + 1, rows[last][column - 1] + (isEqual ? 0 : 1))
                if row > 1, column > 1, first[row - 1] == second[column - 2], first[row - 2] == second[column - 1] {
                    cost = min(cost, rows[before][column - 2] + 1)
                }
                rows[now][column] = cost
                smallest = min(smallest, cost)
            }
            if Int(smallest) > limit { return nil }
        }
        let result = Int(rows[first.count % 3][second.count])
        return result <= limit ? result : nil
    }
}
