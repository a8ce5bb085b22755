internal import Messages
internal import Patterns
internal import Text

/// What the conditions of all rules share: the fields they ask, the sets they compare with, and the patterns, which are looked for together.
struct RuleTables: Sendable {
    /// Who asks for a pattern: a field, and the bit that is set when the pattern is found in it.
    struct Asker: Sendable, Hashable {
        var slot: Int
        var bit: Int
    }

    /// Where a pattern is written.
    struct PatternOrigin: Sendable, Hashable {
        var place: RulePlace
        var rule: String
    }

    /// The fields of text that are asked; a slot is a place here.
    private(set) var fields: [TextField] = []
    private(set) var textSets: [TextSet] = []
    private(set) var networkSets: [NetworkSet] = []
    /// What is looked for in all fields in one pass each; a pattern's id is its place here.
    private(set) var patterns: [Pattern] = []
    private(set) var askers: [[Asker]] = []
    private(set) var origins: [PatternOrigin] = []
    /// How many bits there are.
    private(set) var bits = 0
    /// The slots in which patterns are looked for.
    private(set) var searchedSlots: [Int] = []

    private var slots: [TextField: Int] = [:]
    private var numbers: [Pattern: Int] = [:]
    /// Named sets of the file that is read, by name and by how their members are spelt, so that a large one is read once and is there once.
    private var namedSets: [NamedKey: Int] = [:]
    private var namedNetworks: [String: Int] = [:]
    private var namedBits: [NamedBit: Int] = [:]

    /// A named set as one kind of field takes it.
    struct NamedKey: Sendable, Hashable {
        var name: String
        var folding: TextField.Folding
        var isHost: Bool
        /// The field, where not every text can be its value.
        var field: TextField.Kind?

        init(_ name: String, for field: TextField) {
            self.name = name
            folding = field.folding
            isHost = field.isHost
            let isOpen = field.choices == nil && field.kind != .channel && field.kind != .attachmentContent
            self.field = isOpen ? nil : field.kind
        }
    }

    /// A named set of which the members are looked for in a field.
    struct NamedBit: Sendable, Hashable {
        var name: String
        var slot: Int
        var isWord: Bool
    }

    /// Begins with another file, whose names are its own.
    mutating func forgetNames() {
        namedSets.removeAll()
        namedNetworks.removeAll()
        namedBits.removeAll()
    }

    /// The slot of a field.
    mutating func slot(of field: TextField) -> Int {
        if let slot = slots[field] { return slot }
        slots[field] = fields.count
        fields.append(field)
        return fields.count - 1
    }

    /// The number of a named set that was read before.
    func textSet(_ key: NamedKey?) -> Int? { key.flatMap { namedSets[$0] } }

    /// The number of a named set of networks that was read before.
    func networkSet(_ name: String?) -> Int? { name.flatMap { namedNetworks[$0] } }

    /// The bit of a named set that is looked for already.
    func bit(_ key: NamedBit?) -> Int? { key.flatMap { namedBits[$0] } }

    /// Remembers the bit of a named set.
    mutating func remember(_ bit: Int, for key: NamedBit?) {
        if let key { namedBits[key] = bit }
    }

    /// The number of a new set of texts.
    mutating func add(_ set: TextSet, named key: NamedKey?) -> Int {
        textSets.append(set)
        if let key { namedSets[key] = textSets.count - 1 }
        return textSets.count - 1
    }

    /// The number of a new set of networks.
    mutating func add(_ set: NetworkSet, named name: String?) -> Int {
        networkSets.append(set)
        if let name { namedNetworks[name] = networkSets.count - 1 }
        return networkSets.count - 1
    }

    /// A bit that is set when one of these patterns is found in a field. Their ids are given here.
    mutating func bit(for wanted: [Pattern], in slot: Int, from origin: PatternOrigin) -> Int {
        let bit = bits
        bits += 1
        if !searchedSlots.contains(slot) { searchedSlots.append(slot) }
        for pattern in wanted {
            // The same pattern of another rule is the same but for its id.
            var key = pattern
            key.id = 0
            let number: Int
            if let known = numbers[key] {
                number = known
            } else {
                number = patterns.count
                numbers[key] = number
                var added = pattern
                added.id = UInt32(number)
                patterns.append(added)
                askers.append([])
                origins.append(origin)
            }
            askers[number].append(Asker(slot: slot, bit: bit))
        }
        return bit
    }
}

/// Spells texts of rules as the values of messages are spelt.
struct RuleSpelling {
    private var folder = TextFolder()

    /// A text as values of a field are spelt.
    mutating func spelt(_ text: [UInt8], _ folding: TextField.Folding) -> [UInt8] {
        switch folding {
        case .identifier: return text.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }
        case .reader:
            var folded = FoldedText()
            folder.fold(text.span, into: &folded)
            var bytes = folded.bytes.map { $0 == 10 ? 32 : $0 }
            while bytes.last == 32 { bytes.removeLast() }
            return bytes
        }
    }
}
