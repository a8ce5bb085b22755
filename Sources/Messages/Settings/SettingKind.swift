internal import Messages

/// What a setting accepts: its type and range. Reading never guesses: one spelling for each thing.
public enum SettingKind: Sendable, Hashable {
    /// `true` or `false`.
    case boolean
    /// A whole number in a range.
    case integer(ClosedRange<Int>)
    /// A whole number in a range, or `auto`.
    case integerOrAutomatic(ClosedRange<Int>)
    /// A length of time with its unit.
    case duration(ClosedRange<Duration>)
    /// A number of bytes with its unit.
    case size(ClosedRange<Int>)
    /// A number from 0 to 1.
    case probability
    /// Any text.
    case text
    /// A path; in a file, relative to the file's folder.
    case path
    /// One of several words.
    case choice([String])
    /// A list of words of one form.
    case list(Member)

    /// What a list holds.
    public enum Member: Sendable, Hashable {
        /// Host names; a leading dot takes in every name below.
        case host
        /// Network addresses with or without a prefix length (RFC 4632 section 3.1).
        case network
        /// Sources of teaching with how far they are believed: `SourceTrust`.
        case source
        /// Codes: small letters, digits, hyphens.
        case code
        /// Shares of spam by channel: `SpamShare`.
        case share
        /// Lists that are asked by name: `DNSListEntry`.
        case dnsList
        /// Limits on how often something may occur: `RateEntry`.
        case rate
        /// Addresses of name servers, with a port after an `@` where it is not 53.
        case nameServer
        /// Addresses to take connections at: an address and a port, or a socket file.
        case listener
        /// Addresses of mailboxes.
        case mailbox
        /// Paths; in a file, relative to the file's folder.
        case path
        /// Some of several words.
        case choice([String])
    }

    /// Why a value was refused: what was expected, in words.
    struct Refusal: Error {
        let reason: String
    }

    /// A value as written.
    enum Raw {
        case scalar(String)
        case list([String])
    }

    func read(_ raw: Raw) throws(Refusal) -> SettingData {
        if case .list(let member) = self {
            let words =
                switch raw {
                case .list(let words): words
                case .scalar(let text): text.split(separator: ",").map(SettingKind.trimmed)
                }
            var accepted: [String] = []
            for word in words { accepted.append(try member.read(word)) }
            return .list(accepted)
        }
        guard case .scalar(let written) = raw else { throw Refusal(reason: "one value is expected, not a list") }
        let text = SettingKind.trimmed(written[...])
        switch self {
        case .boolean:
            guard text == "true" || text == "false" else { throw refusal(of: text) }
            return .boolean(text == "true")
        case .integer(let range):
            return .integer(try inRange(Int(text), range, text))
        case .integerOrAutomatic(let range):
            return text == "auto" ? .automatic : .integer(try inRange(Int(text), range, text))
        case .size(let range):
            return .integer(try inRange(Unit.bytes(text), range, text))
        case .duration(let range):
            return .duration(try inRange(Unit.duration(text), range, text))
        case .probability:
            return .fraction(try inRange(Unit.decimal(text), 0...1, text))
        case .text, .path:
            return .text(written)
        case .choice(let words):
            guard words.contains(text) else {
                let nearest = Spelling.nearest(to: text, in: words).map { "; did you mean '\($0)'?" } ?? ""
                throw Refusal(reason: "'\(text)' is not one of \(words.joined(separator: ", "))\(nearest)")
            }
            return .text(text)
        case .list:
            throw refusal(of: text)
        }
    }

    private func inRange<Value: Comparable>(_ value: Value?, _ range: ClosedRange<Value>, _ text: String) throws(Refusal) -> Value {
        guard let value else { throw refusal(of: text) }
        guard range.contains(value) else { throw Refusal(reason: "'\(text)' is out of range: \(description)") }
        return value
    }

    private func refusal(of text: String) -> Refusal {
        Refusal(reason: "'\(text)' is not \(description)")
    }

    static func trimmed(_ text: Substring) -> String {
        guard let first = text.firstIndex(where: { !$0.isWhitespace }), let last = text.lastIndex(where: { !$0.isWhitespace }) else {
            return ""
        }
        return String(text[first...last])
    }

    /// A value as the file would spell it.
    public func spelling(of data: SettingData) -> String {
        switch data {
        case .boolean(let value): String(value)
        case .integer(let value): if case .size = self { Unit.spelling(bytes: value) } else { String(value) }
        case .automatic: "auto"
        case .duration(let value): Unit.spelling(value)
        case .fraction(let value): Unit.spelling(value)
        case .text(let value): if case .choice = self { value } else { "\"\(SettingKind.escaped(value))\"" }
        case .list(let words): "[\(words.map { "\"\(SettingKind.escaped($0))\"" }.joined(separator: ", "))]"
        }
    }

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            if character == "\"" || character == "\\" { result.append("\\") }
            if character == "\n" { result += "\\n" } else { result.append(character) }
        }
    }
}

extension SettingKind: CustomStringConvertible {
    /// What the setting accepts, in words that follow "is not".
    public var description: String {
        switch self {
        case .boolean: "true or false"
        case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .integerOrAutomatic(let range): "auto, or a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .duration(let range):
            "a time with its unit (ms, s, min, h, d) from \(Unit.spelling(range.lowerBound)) to \(Unit.spelling(range.upperBound))"
        case .size(let range):
            "a size with its unit (B, KiB, MiB, GiB) from \(Unit.spelling(bytes: range.lowerBound)) to \(Unit.spelling(bytes: range.upperBound))"
        case .probability: "a probability from 0 to 1"
        case .text: "text"
        case .path: "a path"
        case .choice(let words): "one of \(words.joined(separator: ", "))"
        case .list(.host): "a list of host names; a leading dot takes in every name below"
        case .list(.network): "a list of network addresses such as 192.0.2.0/24"
        case .list(.source): "a list of sources such as trap:0.5:200, each name:trust or name:trust:most-per-day"
        case .list(.code): "a list of codes of small letters, digits and hyphens"
        case .list(.share): "a list of shares of spam such as sms:0.02, each channel:share"
        case .list(.choice(let words)): "a list of some of \(words.joined(separator: ", "))"
        case .list(.listener):
            "a list of addresses with ports such as 127.0.0.1:7725, socket files such as unix:/run/chaffinch/milter, or sockets of systemd such as systemd:milter"
        case .list(.path): "a list of paths"
        case .list(.mailbox): "a list of addresses such as spam@example.org"
        case .list(.rate): "a list of limits, each \(RateEntry.accepts)"
        case .list(.dnsList): "a list of lists, each \(DNSListEntry.accepts)"
        case .list(.nameServer): "a list of addresses of name servers such as 192.0.2.1 or 2001:db8::1@5353"
        }
    }
}

extension SettingKind.Member {
    func read(_ word: String) throws(SettingKind.Refusal) -> String {
        switch self {
        case .host:
            let name = word.lowercased()
            let labels = (name.hasPrefix(".") ? name.dropFirst() : name[...]).split(separator: ".", omittingEmptySubsequences: false)
            guard name.utf8.count <= 253, labels.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 63 && $0.utf8.allSatisfy(isHostByte) }) else {
                throw SettingKind.Refusal(reason: "'\(word)' is not a host name")
            }
            return name
        case .network:
            guard let network = IPNetwork(word) else {
                throw SettingKind.Refusal(
                    reason: "'\(word)' is not a network such as 192.0.2.0/24 or 2001:db8::/32, with no bit set beyond its length")
            }
            return network.description
        case .dnsList:
            guard let entry = DNSListEntry(spelling: word) else {
                throw SettingKind.Refusal(reason: "'\(word)' is not \(DNSListEntry.accepts)")
            }
            return entry.spelling
        case .rate:
            guard let entry = RateEntry(spelling: word) else {
                throw SettingKind.Refusal(reason: "'\(word)' is not \(RateEntry.accepts)")
            }
            return entry.spelling
        case .source:
            guard let source = SourceTrust(spelling: word) else {
                throw SettingKind.Refusal(
                    reason: "'\(word)' is not a source: name:trust or name:trust:most-per-day, with a trust from 0 to 1, as in trap:0.5:200"
                )
            }
            return source.spelling
        case .share:
            guard let share = SpamShare(spelling: word) else {
                throw SettingKind.Refusal(
                    reason: "'\(word)' is not a share of spam: channel:share, from 0.0001 to 0.9999, as in sms:0.02")
            }
            return share.spelling
        case .code:
            guard SettingKind.isCode(word) else {
                throw SettingKind.Refusal(reason: "'\(word)' is not a code of small letters, digits and hyphens")
            }
            return word
        case .choice(let words):
            guard words.contains(word) else {
                let nearest = Spelling.nearest(to: word, in: words).map { "; did you mean '\($0)'?" } ?? ""
                throw SettingKind.Refusal(reason: "'\(word)' is not one of \(words.joined(separator: ", "))\(nearest)")
            }
            return word
        case .nameServer:
            guard let server = NameServerAddress(word) else {
                throw SettingKind.Refusal(reason: "'\(word)' is not the address of a name server such as 192.0.2.1 or 2001:db8::1@5353")
            }
            return server.description
        case .mailbox:
            let parts = word.split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), word.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
                throw SettingKind.Refusal(reason: "'\(word)' is not an address such as spam@example.org")
            }
            return word
        case .path:
            guard !word.isEmpty else { throw SettingKind.Refusal(reason: "an empty path names no file") }
            return word
        case .listener:
            guard let address = ListenAddress(word) else {
                throw SettingKind.Refusal(
                    reason:
                        "'\(word)' is not an address with a port such as 127.0.0.1:7725, or a socket file such as unix:/run/chaffinch/milter"
                )
            }
            return address.description
        }
    }

    private func isHostByte(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (48...57).contains(byte) || byte == 45 || byte == 95
    }
}

extension SettingKind {
    static func isCode(_ word: some StringProtocol) -> Bool {
        word.utf8.first != 45 && Channel(rawValue: String(word)).isCode
    }
}
