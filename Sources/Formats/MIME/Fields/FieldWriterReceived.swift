// Writes trace fields (RFC 5321 section 4.4).

private import Messages

extension FieldWriter {
    /// Writes a Received field in the order that mail servers keep: from, by, via, with, id, for, date.
    ///
    /// Names may be a client's own word: what cannot stand in a word of the field is left out of them, brackets too where they hold no
    /// address, and no name is longer than `longestName`. Without a name the sending side is `unknown`, as Postfix writes it.
    public mutating func received(_ value: ReceivedField) {
        begin("Received")
        put(word: Array("from".utf8))
        let helo = FieldWriter.traceWord(value.helo ?? value.from)
        put(word: helo.isEmpty || FieldWriter.clauses.contains(helo.map(FieldBytes.lower)) ? FieldWriter.unknown : helo)
        let name = FieldWriter.hostName(value.reverseName)
        if let address = value.address {
            put(word: [40] + (name.isEmpty ? FieldWriter.unknown : name))
            put(word: Array("[\(FieldWriter.tag(of: address))\(address)])".utf8))
        } else if !name.isEmpty {
            put(word: [40] + name + [41])
        }
        for (keyword, word) in [("by", value.by), ("via", value.via), ("with", value.with), ("id", value.id)] {
            let word = FieldWriter.traceWord(word)
            guard !word.isEmpty else { continue }
            put(word: Array(keyword.utf8))
            put(word: word)
        }
        let recipient = FieldWriter.traceWord(value.for)
        if !recipient.isEmpty {
            put(word: Array("for".utf8))
            put(word: [60] + recipient + [62])
        }
        if let date = value.date {
            put(glued: [59])
            for word in date.written.utf8.split(separator: 32) { put(word: Array(word)) }
        }
        finish()
    }

    /// How many bytes of a name in a trace field are written: as many as a host's name may have.
    static let longestName = 255

    private static let unknown = Array("unknown".utf8)

    /// The words that begin a clause: a client that gives one for its name has none.
    private static let clauses = Set(["from", "by", "via", "with", "id", "for"].map { Array($0.utf8) })

    /// IPv6 addresses have a tag before them (RFC 5321 section 4.1.3).
    private static func tag(of address: IPAddress) -> String {
        if case .v6 = address { "IPv6:" } else { "" }
    }

    /// Whether a name is an address in brackets (RFC 5321 section 4.1.3).
    private static func isLiteral(_ text: String?) -> Bool {
        guard let text, text.hasPrefix("["), text.hasSuffix("]") else { return false }
        let inside = text.dropFirst().dropLast()
        return IPAddress(inside.lowercased().hasPrefix("ipv6:") ? inside.dropFirst(5) : inside) != nil
    }

    /// A name that an address was found to have; none where it is an address itself, which a reader would take for the one that was seen.
    private static func hostName(_ text: String?) -> [UInt8] {
        let word = isLiteral(text) ? [] : traceWord(text)
        return IPAddress(String(decoding: word, as: UTF8.self)) == nil ? word : []
    }

    /// What of a name can stand as one word: no blanks and controls, nothing that begins a comment, an address or the date.
    private static func traceWord(_ text: String?) -> [UInt8] {
        guard let text else { return [] }
        if isLiteral(text) { return Array(text.utf8) }
        let specials = Array("()<>[];,\"\\".utf8)
        let word = text.utf8.filter { $0 > 32 && $0 != 127 && !specials.contains($0) }
        var end = min(word.count, longestName)
        while end > 0, end < word.count, word[end] & 0xC0 == 0x80 { end -= 1 }
        return Array(word[..<end])
    }
}
