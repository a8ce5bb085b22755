// Finds links and contact points in UTF-8 text, as a reader would see them: also without a scheme, made harmless or disguised.
// Text is hostile. One pass; no byte is read more than a small constant number of times.

public import Domains
internal import Messages

/// Finds links and contact points in a text.
///
/// The pass looks for the few bytes around which something can stand (`.`, `:`, `@`, `+`, digits, brackets, full-width
/// dots) and looks closer only there. Each closer look reads back over one label or word, never behind what was already
/// used up, and forward over one run that is then passed over; so the whole is linear.
public struct LinkFinder: Sendable {
    let names: any InternationalNames
    let limits: LinkLimits
    /// What is known of the hosts met last.
    var hosts: HostMemory

    /// A finder that knows these suffixes and names.
    public init(suffixes: any PublicSuffixes, names: any InternationalNames, limits: LinkLimits = LinkLimits()) {
        self.names = names
        self.limits = limits
        hosts = HostMemory(suffixes: suffixes)
    }

    /// Where the pass stands: what is behind `floor` was used up and is not looked at again.
    struct Cursor {
        var index = 0
        var floor = 0
    }

    /// Finds all links and contact points of a text and adds them to `found`, which the caller resets.
    ///
    /// It remembers what the suffix list says of hosts, so keep a finder and use it again.
    public mutating func find(in text: Span<UInt8>, into found: inout FoundLinks) {
        let classes = Trigger.classes.span
        var cursor = Cursor()
        // A block looks back at the byte before it, so the first byte has its own look.
        let isShort = text.count <= TriggerMask.width
        step(in: text, classes, to: isShort ? text.count : 1, &cursor, &found)
        var index = cursor.index
        // Bytes are what is read, and the raw span ends with the text.
        let bytes = unsafe text.bytes
        while index < text.count {
            let start = min(index, text.count &- TriggerMask.width)
            var bits = TriggerMask.bits(bytes, at: start) & UInt64.max &<< UInt64(index &- start)
            index = start &+ TriggerMask.width
            while bits != 0 {
                let place = start &+ bits.trailingZeroBitCount
                bits &= bits &- 1
                let trigger = classes[Int(text[place])]
                if trigger == 0 || Self.isOrdinary(trigger, in: text, at: place) { continue }
                cursor.index = place
                look(at: trigger, in: text, &cursor, &found)
                guard cursor.index > place else { continue }
                guard cursor.index < index else {
                    index = cursor.index
                    break
                }
                bits &= UInt64.max &<< UInt64(cursor.index &- start)
            }
        }
    }

    /// Looks at byte after byte from the cursor on: for what blocks cannot be laid over.
    private mutating func step(in text: Span<UInt8>, _ classes: Span<UInt8>, to end: Int, _ cursor: inout Cursor, _ found: inout FoundLinks)
    {
        var index = cursor.index
        while index < end {
            let trigger = classes[Int(text[index])]
            if trigger == 0 || Self.isOrdinary(trigger, in: text, at: index) {
                index += 1
                continue
            }
            cursor.index = index
            look(at: trigger, in: text, &cursor, &found)
            index = max(cursor.index, index + 1)
        }
        cursor.index = index
    }

    /// Sends away the commonest bytes of ordinary writing before anything is called: a `d` that begins no `dot`, a full stop or
    /// a colon before a blank with nothing of a host around, a bracket around anything but a sign.
    @inline(__always)
    private static func isOrdinary(_ trigger: UInt8, in text: Span<UInt8>, at index: Int) -> Bool {
        guard index + 2 < text.count, index > 1 else { return false }
        let next = text[index + 1]
        let second = text[index + 2]
        switch trigger {
        case Trigger.letterD: return next | 32 != 111 || second | 32 != 116
        case Trigger.colon: return next != 47 && next != 92 && (next != 32 || second != 47 && second != 92 && second > 32)
        case Trigger.bracket: return isOrdinaryBracket(next: next, second: second)
        case Trigger.dot:
            guard next <= 32 else { return next == 46 }
            // `www . x`, or `x. com/`: any other host with blanks inside is not taken for one.
            let before = text[index - 1] == 32 ? text[index - 2] : text[index - 1]
            return before | 32 != 119 && second > 32 && second &- 97 >= 26
        default: return false
        }
    }

    /// Whether a bracket opens on neither a dot, an at sign, a colon nor a word for one.
    @inline(__always)
    private static func isOrdinaryBracket(next: UInt8, second: UInt8) -> Bool {
        switch next {
        case 46, 58, 64, 65, 68, 97, 100: false
        case 32: ByteClass.isDigit(second) || second &- 65 < 26 && second != 68 && second != 65
        default: true
        }
    }

    /// A closer look where something can stand. The first comparisons send away what is ordinary writing.
    private mutating func look(at trigger: UInt8, in text: Span<UInt8>, _ cursor: inout Cursor, _ found: inout FoundLinks) {
        let index = cursor.index
        let next = index + 1 < text.count ? text[index + 1] : 0
        switch trigger {
        case Trigger.dot:
            if ByteClass.isAlphanumeric(next) || next >= 128 || next == 37 {
                hostAround(dot: index, in: text, spaces: false, &cursor, &found)
            } else if next == 32 || next == 10 || next == 13, isSpacedDot(index, in: text) {
                hostAround(dot: index, in: text, spaces: true, &cursor, &found)
            }
        case Trigger.colon:
            if next == 47 || next == 92 || next == 32 { scheme(colon: index, length: 1, in: text, &cursor, &found) }
        case Trigger.at:
            if ByteClass.isAlphanumeric(next) || next >= 128 { mailbox(at: index, length: 1, in: text, &cursor, &found) }
        case Trigger.plus:
            if ByteClass.isDigit(next) || next == 40 { number(in: text, &cursor, &found) }
        case Trigger.digit:
            digits(in: text, &cursor, &found)
        case Trigger.bracket:
            bracket(next: next, in: text, &cursor, &found)
        case Trigger.letterD:
            if next | 32 == 111, index > 0, text[index - 1] == 32, ByteClass.starts(text, with: "dot ", at: index) {
                hostAround(dot: index - 1, in: text, spaces: true, &cursor, &found)
            }
        default:
            if Disguise.dotLength(text, at: index) > 0 { hostAround(dot: index, in: text, spaces: false, &cursor, &found) }
        }
    }

    /// `[.]`, `(dot)`, `{at}`, `[://]` and kin.
    private mutating func bracket(next: UInt8, in text: Span<UInt8>, _ cursor: inout Cursor, _ found: inout FoundLinks) {
        let lowered = next | 32
        guard next == 46 || next == 58 || next == 64 || lowered == 100 || lowered == 97 || next == 32 else { return }
        guard let token = Disguise.bracketed(text, at: cursor.index) else { return }
        switch token.meaning {
        case .dot: hostAround(dot: cursor.index, in: text, spaces: false, &cursor, &found)
        case .at: mailbox(at: cursor.index, length: token.length, in: text, &cursor, &found)
        case .colon: scheme(colon: cursor.index, length: token.length, in: text, &cursor, &found)
        }
    }

    /// Whether a dot with a blank after it joins a host: before a known suffix with a path, or after `www`.
    private func isSpacedDot(_ dot: Int, in text: Span<UInt8>) -> Bool {
        var index = dot + 1
        while index < text.count, index < dot + 3, text[index] <= 32 { index += 1 }
        guard index < text.count, ByteClass.isAlphanumeric(text[index]) else { return false }
        var before = dot
        if before > 0, text[before - 1] == 32 { before -= 1 }
        if before >= 3, ByteClass.starts(text, with: "www", at: before - 3), before == 3 || !ByteClass.isAlphanumeric(text[before - 4]) {
            return true
        }
        guard text[index] >= 97, before > 0, ByteClass.isAlphanumeric(text[before - 1]) else { return false }
        for suffix: StaticString in ["com/", "net/", "org/", "info/", "biz/", "xyz/", "ru/", "cn/", "top/", "ly/"]
        where ByteClass.starts(text, with: suffix, at: index) {
            let after = index + suffix.utf8CodeUnitCount
            return after < text.count && ByteClass.isAlphanumeric(text[after])
        }
        return false
    }

    func keep(_ link: FoundLink, in found: inout FoundLinks) {
        guard found.links.count < limits.links else {
            found.isCut = true
            return
        }
        found.links.append(link)
    }

    func keep(_ kind: ContactPoint.Kind, _ flags: ContactPoint.Flags = [], text: Range<Int>, value start: Int, in found: inout FoundLinks) {
        guard found.contacts.count < limits.contacts else {
            found.bytes.removeSubrange(start...)
            found.isCut = true
            return
        }
        found.contacts.append(ContactPoint(kind: kind, flags: flags, text: ByteRange(text), value: ByteRange(start, found.bytes.count)))
    }
}

/// The bytes at which LinkFinder looks closer.
enum Trigger {
    static let dot: UInt8 = 1
    static let colon: UInt8 = 2
    static let at: UInt8 = 3
    static let plus: UInt8 = 4
    static let digit: UInt8 = 5
    static let bracket: UInt8 = 6
    static let wideDot: UInt8 = 7
    static let letterD: UInt8 = 8

    static let classes: [UInt8] = {
        var classes = [UInt8](repeating: 0, count: 256)
        for byte in 48...57 { classes[byte] = digit }
        classes[46] = dot
        classes[58] = colon
        classes[64] = at
        classes[43] = plus
        for byte in [40, 91, 123] { classes[byte] = bracket }
        for byte in [0xE3, 0xEF] { classes[byte] = wideDot }
        for byte in [68, 100] { classes[byte] = letterD }
        return classes
    }()
}
