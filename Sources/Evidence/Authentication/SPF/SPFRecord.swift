public import Messages

/// A record of SPF, read (RFC 7208 section 4.6.1).
public struct SPFRecord: Sendable, Hashable {
    /// What a mechanism says of a client that it matches.
    public enum Qualifier: UInt8, Sendable, Hashable {
        /// `+`
        case pass = 0x2B
        /// `-`
        case fail = 0x2D
        /// `~`
        case softfail = 0x7E
        /// `?`
        case neutral = 0x3F

        /// The result of a match.
        var result: SPFResult {
            switch self {
            case .pass: .pass
            case .fail: .fail
            case .softfail: .softfail
            case .neutral: .neutral
            }
        }
    }

    /// How much of an address must agree.
    public struct Lengths: Sendable, Hashable {
        /// Bits of an IPv4 address, 0 to 32.
        public var v4: UInt8 = 32
        /// Bits of an IPv6 address, 0 to 128.
        public var v6: UInt8 = 128
    }

    /// Which clients a mechanism matches (section 5).
    public enum Mechanism: Sendable, Hashable {
        /// Every client.
        case all
        /// Those that pass another domain's record.
        case include(MacroString)
        /// Those with an address of a name.
        case a(MacroString?, Lengths)
        /// Those with an address of a name's mail exchanges.
        case mx(MacroString?, Lengths)
        /// Those with a validated host name below a name. Not to be published (section 5.5).
        case ptr(MacroString?)
        /// Those of a network.
        case network(IPNetwork)
        /// All, if a name has an A record.
        case exists(MacroString)
    }

    /// A mechanism in its place.
    public struct Directive: Sendable, Hashable {
        /// What a match means.
        public var qualifier: Qualifier
        /// Which clients match.
        public var mechanism: Mechanism
        /// Where its text stands in the record.
        public var range: Range<Int>
        /// Its text.
        public var term: String
    }

    /// The mechanisms, in the order in which they are tried.
    public private(set) var directives: [Directive] = []
    /// The domain whose record counts where no mechanism matches (section 6.1).
    public private(set) var redirect: MacroString?
    /// The domain that has the explanation of a failure (section 6.2).
    public private(set) var explanation: MacroString?
    /// The names of modifiers that nobody here knows; they are passed over.
    public private(set) var unknownModifiers: [String] = []

    /// Where the text of `redirect` stands in the record.
    public private(set) var redirectRange: Range<Int>?
    /// The record's bytes.
    public let bytes: [UInt8]

    /// Reads a record whose version ends at an offset.
    init(_ bytes: [UInt8], from start: Int) throws(SPFSyntaxError) {
        self.bytes = bytes
        var index = start
        while index < bytes.count {
            if bytes[index] == 0x20 {
                index += 1
                continue
            }
            let end = bytes[index...].firstIndex(of: 0x20) ?? bytes.count
            try read(index..<end)
            index = end
        }
    }

    private mutating func read(_ range: Range<Int>) throws(SPFSyntaxError) {
        if let bad = range.first(where: { bytes[$0] < 0x21 || bytes[$0] > 0x7E }) { throw SPFSyntaxError(kind: .notPrintable, offset: bad) }
        let nameEnd = range.first { !SPFRecord.isName(bytes[$0]) } ?? range.upperBound
        if nameEnd > range.lowerBound, nameEnd < range.upperBound, bytes[nameEnd] == UInt8(ascii: "="),
            (bytes[range.lowerBound] | 0x20) &- 97 < 26
        {
            try readModifier(range, named: lowercased(range.lowerBound..<nameEnd), value: bytes[(nameEnd + 1)..<range.upperBound])
        } else {
            try readDirective(range)
        }
    }

    private static func isName(_ byte: UInt8) -> Bool {
        byte &- 48 < 10 || (byte | 0x20) &- 97 < 26 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
    }

    private func lowercased(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self).lowercased()
    }

    private mutating func readModifier(_ range: Range<Int>, named name: String, value: ArraySlice<UInt8>) throws(SPFSyntaxError) {
        switch name {
        case "redirect":
            guard redirect == nil else { throw SPFSyntaxError(kind: .repeatedModifier, offset: range.lowerBound) }
            redirect = try SPFRecord.domain(value)
            redirectRange = range
        case "exp":
            guard explanation == nil else { throw SPFSyntaxError(kind: .repeatedModifier, offset: range.lowerBound) }
            explanation = try SPFRecord.domain(value)
        default:
            _ = try MacroString(value)
            unknownModifiers.append(name)
        }
    }

    private mutating func readDirective(_ range: Range<Int>) throws(SPFSyntaxError) {
        var start = range.lowerBound
        let qualifier = Qualifier(rawValue: bytes[start])
        if qualifier != nil { start += 1 }
        let nameEnd = bytes[start..<range.upperBound].firstIndex { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") } ?? range.upperBound
        let argument = bytes[nameEnd..<range.upperBound]
        let mechanism: Mechanism
        switch lowercased(start..<nameEnd) {
        case "all":
            guard argument.isEmpty else { throw SPFSyntaxError(kind: .unexpectedArgument, offset: nameEnd) }
            mechanism = .all
        case "include": mechanism = .include(try SPFRecord.neededDomain(argument))
        case "exists": mechanism = .exists(try SPFRecord.neededDomain(argument))
        case "ptr": mechanism = .ptr(try SPFRecord.optionalDomain(argument))
        case "a":
            let (domain, lengths) = try SPFRecord.domainAndLengths(argument)
            mechanism = .a(domain, lengths)
        case "mx":
            let (domain, lengths) = try SPFRecord.domainAndLengths(argument)
            mechanism = .mx(domain, lengths)
        case "ip4": mechanism = .network(try SPFRecord.network(argument, bits: 32))
        case "ip6": mechanism = .network(try SPFRecord.network(argument, bits: 128))
        default: throw SPFSyntaxError(kind: .unknownMechanism, offset: range.lowerBound)
        }
        directives.append(
            Directive(
                qualifier: qualifier ?? .pass, mechanism: mechanism, range: range, term: String(decoding: bytes[range], as: UTF8.self)))
    }

    private static func neededDomain(_ argument: ArraySlice<UInt8>) throws(SPFSyntaxError) -> MacroString {
        guard let domain = try optionalDomain(argument) else { throw SPFSyntaxError(kind: .missingDomain, offset: argument.startIndex) }
        return domain
    }

    /// The domain after a colon; nothing where nothing stands.
    private static func optionalDomain(_ argument: ArraySlice<UInt8>) throws(SPFSyntaxError) -> MacroString? {
        guard let first = argument.first else { return nil }
        guard first == UInt8(ascii: ":") else { throw SPFSyntaxError(kind: .unexpectedArgument, offset: argument.startIndex) }
        return try domain(argument.dropFirst())
    }

    /// A domain-spec (section 7.1): a text with macros that ends in a macro or in a dot and a top-level label.
    private static func domain(_ bytes: ArraySlice<UInt8>) throws(SPFSyntaxError) -> MacroString {
        guard !bytes.isEmpty else { throw SPFSyntaxError(kind: .missingDomain, offset: bytes.startIndex) }
        let domain = try MacroString(bytes)
        guard domain.endsInMacro || endsInTopLabel(bytes) else { throw SPFSyntaxError(kind: .badDomain, offset: bytes.startIndex) }
        return domain
    }

    private static func endsInTopLabel(_ bytes: ArraySlice<UInt8>) -> Bool {
        let written = bytes.last == UInt8(ascii: ".") ? bytes.dropLast() : bytes
        guard let dot = written.lastIndex(of: UInt8(ascii: ".")) else { return false }
        let label = written[(dot + 1)...]
        guard let first = label.first, let last = label.last, first != UInt8(ascii: "-"), last != UInt8(ascii: "-") else { return false }
        var hasOtherThanDigits = false
        for byte in label {
            if byte &- 48 < 10 { continue }
            guard (byte | 0x20) &- 97 < 26 || byte == UInt8(ascii: "-") else { return false }
            hasOtherThanDigits = true
        }
        return hasOtherThanDigits
    }

    /// `:domain/length//length`, each part of which may be missing (section 5.6).
    private static func domainAndLengths(_ argument: ArraySlice<UInt8>) throws(SPFSyntaxError) -> (MacroString?, Lengths) {
        var lengths = Lengths()
        var rest = argument
        if let (number, before) = try length(at: rest, marked: 2, upTo: 128) {
            lengths.v6 = number
            rest = before
        }
        if let (number, before) = try length(at: rest, marked: 1, upTo: 32) {
            lengths.v4 = number
            rest = before
        }
        return (try optionalDomain(rest), lengths)
    }

    /// A number after so many slashes at the end of an argument, and what stands before.
    private static func length(
        at bytes: ArraySlice<UInt8>, marked slashes: Int, upTo limit: Int
    ) throws(SPFSyntaxError) -> (UInt8, ArraySlice<UInt8>)? {
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")), bytes[slash...].dropFirst().allSatisfy({ $0 &- 48 < 10 }) else {
            return nil
        }
        let isDouble = slash > bytes.startIndex && bytes[slash - 1] == UInt8(ascii: "/")
        guard isDouble == (slashes == 2) else { return nil }
        let digits = bytes[(slash + 1)...]
        return (try number(digits, upTo: limit), bytes[..<(slash - slashes + 1)])
    }

    private static func number(_ digits: ArraySlice<UInt8>, upTo limit: Int) throws(SPFSyntaxError) -> UInt8 {
        let bad = SPFSyntaxError(kind: .badLength, offset: digits.startIndex)
        // No zero stands before another digit (section 12).
        guard (1...3).contains(digits.count), digits.allSatisfy({ $0 &- 48 < 10 }), digits.count == 1 || digits.first != 48 else {
            throw bad
        }
        let value = digits.reduce(0) { $0 * 10 + Int($1 - 48) }
        guard value <= limit else { throw bad }
        return UInt8(value)
    }

    private static func network(_ argument: ArraySlice<UInt8>, bits: UInt8) throws(SPFSyntaxError) -> IPNetwork {
        guard argument.first == UInt8(ascii: ":") else { throw SPFSyntaxError(kind: .badAddress, offset: argument.startIndex) }
        let written = argument.dropFirst()
        let slash = written.firstIndex(of: UInt8(ascii: "/"))
        let text = String(decoding: written[..<(slash ?? written.endIndex)], as: UTF8.self)
        let isV6 = text.utf8.contains(UInt8(ascii: ":"))
        guard isV6 == (bits == 128), !text.utf8.contains(UInt8(ascii: "%")), let address = IPAddress(text) else {
            throw SPFSyntaxError(kind: .badAddress, offset: written.startIndex)
        }
        var length = bits
        if let slash { length = try number(written[(slash + 1)...], upTo: Int(bits)) }
        // A client with an IPv4-mapped address is an IPv4 client, and those are listed by `ip4` alone (section 5): here such an address is
        // but the bits it has.
        let listed = bits == 128 ? address.unmapped : address
        guard let network = IPNetwork(listed.prefix(Int(length)), length: Int(length)) else {
            throw SPFSyntaxError(kind: .badLength, offset: written.startIndex)
        }
        return network
    }
}

extension IPAddress {
    /// The IPv6 address that an IPv4 address is mapped to (RFC 4291 section 2.5.5.2); an IPv6 address is itself.
    fileprivate var unmapped: IPAddress {
        guard case .v4(let bits) = self else { return self }
        return .v6(high: 0, low: 0xFFFF << 32 | UInt64(bits))
    }
}
