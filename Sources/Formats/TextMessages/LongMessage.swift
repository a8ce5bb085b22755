public import Messages

/// The parts of a long message as they come, in any order, until it can be read (3GPP TS 23.040 section 9.2.3.24.1).
///
/// Whoever keeps several tells them apart by sender, recipient, reference and number of parts, and gives up after a time of
/// its own: this is one message's box. It holds at most 255 parts of `TextMessageLimits.partBytes` each.
public struct LongMessage: Sendable {
    /// What became of a part.
    public enum Outcome: Sendable, Hashable {
        /// It is kept.
        case kept
        /// It is kept, and all parts are there.
        case complete
        /// The same part is there already, with the same content.
        case repeated
        /// Another content is there already under the same number; the first is kept.
        case conflicting
        /// It belongs to another message, to none, or is larger than the limit.
        case refused
    }

    /// The reference that the parts have in common.
    public let reference: UInt16
    /// How many parts there are.
    public let total: UInt8
    /// What went wrong between the parts; offsets count parts from 1.
    public private(set) var defects: [Defect] = []

    private var parts: [UserData?]
    private var count = 0

    /// A box for the message that this part is of; nothing when it is not a part of a long message or too large.
    public init?(startingWith part: UserData) {
        guard let place = part.header?.concatenation else { return nil }
        self.reference = place.reference
        self.total = place.total
        self.parts = [UserData?](repeating: nil, count: Int(place.total))
        guard add(part) != .refused else { return nil }
    }

    /// Puts a part in its place.
    @discardableResult
    public mutating func add(_ part: UserData) -> Outcome {
        guard let place = part.header?.concatenation, place.reference == reference, place.total == total,
            part.content.count <= TextMessageLimits.partBytes
        else { return .refused }
        let index = Int(place.sequence) - 1
        if let kept = parts[index] {
            guard kept.content == part.content, kept.coding == part.coding else {
                // One defect a place: whoever floods a message with forgeries does not fill memory with them.
                let defect = Defect(.smsConflictingPart, at: index + 1)
                if !defects.contains(defect) { defects.append(defect) }
                return .conflicting
            }
            return .repeated
        }
        parts[index] = part
        count += 1
        return isComplete ? .complete : .kept
    }

    /// Whether all parts are there.
    public var isComplete: Bool { count == parts.count }

    /// The numbers of the parts that are not there, from 1.
    public var missing: [Int] {
        parts.indices.filter { parts[$0] == nil }.map { $0 + 1 }
    }

    /// Appends the text as UTF-8. Neighbouring parts in one alphabet are joined before they are decoded; U+FFFD stands for
    /// each run of parts that are not there. Gives what was broken in it; the offset of a missing part is its number.
    public func appendText(to text: inout [UInt8]) -> [Defect] {
        var defects = self.defects
        var joined: [UInt8] = []
        var index = 0
        while index < parts.count {
            guard let first = parts[index] else {
                if index == 0 || parts[index - 1] != nil { UTF8Text.append(UTF8Text.replacement, to: &text) }
                defects.append(Defect(.smsMissingPart, at: index + 1))
                index += 1
                continue
            }
            joined.removeAll(keepingCapacity: true)
            while index < parts.count, let part = parts[index], part.coding.alphabet == first.coding.alphabet,
                part.alphabet == first.alphabet
            {
                joined += part.content
                index += 1
            }
            UserData.decode(joined.span, coding: first.coding, alphabet: first.alphabet, into: &text, defects: &defects)
        }
        return defects
    }
}
