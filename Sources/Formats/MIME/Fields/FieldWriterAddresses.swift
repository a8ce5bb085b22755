// Address lists (RFC 5322 section 3.4, RFC 6532).

extension FieldWriter {
    /// Writes an address field. Neighbours of the same group are written as that group.
    ///
    /// A local part is quoted where it must be; one longer than 255 bytes is cut, and so is a domain: no mail server would take
    /// them (RFC 5321 section 4.5.3.1). Characters that cannot stand in a domain become hyphens.
    public mutating func addresses(_ name: String, _ mailboxes: [Mailbox]) {
        begin(name)
        var group: String?
        for (index, mailbox) in mailboxes.enumerated() {
            if mailbox.group != group {
                if group != nil { put(glued: [59]) }
                if index > 0 { put(glued: [44]) }
                if let opened = mailbox.group {
                    phrase(opened)
                    put(glued: [58])
                }
                group = mailbox.group
            } else if index > 0 {
                put(glued: [44])
            }
            write(mailbox)
        }
        if group != nil { put(glued: [59]) }
        finish()
    }

    private mutating func write(_ mailbox: Mailbox) {
        let address = FieldWriter.addrSpec(mailbox)
        if mailbox.displayName.isEmpty, !mailbox.local.isEmpty, !mailbox.domain.isEmpty {
            put(word: address)
        } else {
            if !mailbox.displayName.isEmpty { phrase(mailbox.displayName) }
            put(word: [60] + address + [62])
        }
        if !mailbox.comment.isEmpty { comment(mailbox.comment) }
    }

    private static func addrSpec(_ mailbox: Mailbox) -> [UInt8] {
        guard !mailbox.local.isEmpty || !mailbox.domain.isEmpty else { return [] }
        var local = cut(harmless(mailbox.local))
        if !isDotAtom(local) { local = quotedString(local) }
        guard !mailbox.domain.isEmpty else { return local }
        let domain = cut(harmless(mailbox.domain)).map { byte in
            FieldBytes.isAtomText(byte) || byte >= 0x80 || byte == 46 || byte == 58 || byte == 91 || byte == 93 ? byte : 45
        }
        return local + [64] + domain
    }

    /// At most 255 bytes, of whole characters.
    private static func cut(_ value: [UInt8]) -> [UInt8] {
        guard value.count > 255 else { return value }
        var end = 255
        while end > 0, value[end] & 0xC0 == 0x80 { end -= 1 }
        return Array(value[..<end])
    }

    /// Whether the text may stand without quotes (RFC 5322 section 3.2.3, RFC 6532 section 3.2).
    private static func isDotAtom(_ value: [UInt8]) -> Bool {
        guard let first = value.first, first != 46, value.last != 46 else { return false }
        var previous: UInt8 = 0
        for byte in value {
            guard FieldBytes.isAtomText(byte) || byte >= 0x80 || byte == 46 && previous != 46 else { return false }
            if byte == 63, previous == 61 { return false }
            previous = byte
        }
        return true
    }

    /// A quoted string (RFC 5322 section 3.2.4).
    static func quotedString(_ value: [UInt8]) -> [UInt8] {
        var out: [UInt8] = [34]
        for byte in value {
            if byte == 34 || byte == 92 { out.append(92) }
            out.append(byte)
        }
        out.append(34)
        return out
    }

    /// Writes a name: as atoms, as a quoted string, or encoded.
    private mutating func phrase(_ name: String) {
        let value = FieldWriter.harmless(name)
        var areAtoms = value.last != 32
        var isPrintable = true
        var previous: UInt8 = 32
        for byte in value {
            if !FieldBytes.isAtomText(byte), byte != 32 || previous == 32 { areAtoms = false }
            if byte >= 127 || byte == 63 && previous == 61 { isPrintable = false }
            previous = byte
        }
        if areAtoms, isPrintable {
            text(value)
        } else if isPrintable, value.count <= 60 {
            put(word: FieldWriter.quotedString(value))
        } else {
            encode(value)
        }
    }

    private mutating func comment(_ said: String) {
        let value = FieldWriter.harmless(said)
        var isPrintable = value.count <= 60 && value.first != 32 && value.last != 32
        var previous: UInt8 = 0
        for byte in value {
            if byte >= 127 || byte == 63 && previous == 61 { isPrintable = false }
            previous = byte
        }
        if isPrintable {
            var out: [UInt8] = [40]
            for byte in value {
                if byte == 40 || byte == 41 || byte == 92 { out.append(92) }
                out.append(byte)
            }
            put(word: out + [41])
        } else {
            put(word: [40])
            encode(value)
            put(word: [41])
        }
    }
}
