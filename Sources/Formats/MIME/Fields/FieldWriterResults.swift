// Authentication-Results (RFC 8601 section 2.2) and Received-SPF (RFC 7208 section 9.1).

extension FieldWriter {
    /// Writes an Authentication-Results field, one result a line where they do not fit on one.
    ///
    /// Names keep only the characters of keywords; a result without method or word, and a property without name, is left out. A property
    /// without a type is written as one of `policy` (RFC 8601 section 2.3: local decisions). Values are cut after 400 bytes.
    public mutating func authenticationResults(_ value: AuthenticationResults) {
        begin("Authentication-Results")
        let server = FieldWriter.resultValue(value.server)
        put(word: server.isEmpty ? Array("\"\"".utf8) : server)
        if value.version != 1 { put(word: Array("\(max(0, value.version))".utf8)) }
        var isEmpty = true
        for result in value.results {
            let method = FieldWriter.keyword(result.method)
            let word = FieldWriter.keyword(result.result)
            guard !method.isEmpty, !word.isEmpty else { continue }
            isEmpty = false
            put(glued: [59])
            let version = result.methodVersion == 1 ? [] : Array("/\(max(0, result.methodVersion))".utf8)
            put(word: method + version + [61] + word)
            comment(result.comment)
            if let reason = result.reason { put(word: Array("reason=".utf8) + FieldWriter.resultValue(reason)) }
            for property in result.properties {
                let type = FieldWriter.keyword(property.type)
                let name = FieldWriter.keyword(property.name)
                guard !name.isEmpty else { continue }
                put(word: (type.isEmpty ? Array("policy".utf8) : type) + [46] + name + [61] + FieldWriter.resultValue(property.value))
            }
        }
        if isEmpty {
            put(glued: [59])
            put(word: Array("none".utf8))
        }
        finish()
    }

    /// Writes a Received-SPF field. A pair without a key is left out, and values are cut after 400 bytes.
    public mutating func receivedSPF(_ value: ReceivedSPF) {
        begin("Received-SPF")
        let result = FieldWriter.keyword(value.result)
        put(word: result.isEmpty ? Array("none".utf8) : result)
        comment(value.comment)
        var isFirst = true
        for pair in value.pairs {
            let key = FieldWriter.keyword(pair.key)
            guard !key.isEmpty else { continue }
            if !isFirst { put(glued: [59]) }
            isFirst = false
            put(word: key + [61] + FieldWriter.resultValue(pair.value))
        }
        finish()
    }

    /// Writes words in parentheses; those inside the words are quoted (RFC 5322 section 3.2.2).
    private mutating func comment(_ text: String) {
        let words = FieldWriter.harmless(text).split(separator: 32)
        for (index, word) in words.enumerated() {
            var written: [UInt8] = index == 0 ? [40] : []
            for byte in FieldWriter.cut(word) {
                if byte == 40 || byte == 41 || byte == 92 { written.append(92) }
                written.append(byte)
            }
            put(word: index == words.count - 1 ? written + [41] : written)
        }
    }

    private static func keyword(_ text: String) -> [UInt8] {
        Array(
            text.utf8.map(FieldBytes.lower).filter { FieldBytes.isLetter($0) || FieldBytes.isDigit($0) || $0 == 45 || $0 == 95 }.prefix(64))
    }

    /// A value bare where it is a token or an address of them, else in quotes.
    private static func resultValue(_ text: String) -> [UInt8] {
        // Quotes may double it, and a line must hold it with its name.
        let whole = Array(cut(FieldWriter.harmless(text)[...]))
        let ats = whole.count { $0 == 64 }
        let isBare = !whole.isEmpty && whole.last != 64 && ats < 2 && whole.allSatisfy { FieldBytes.isToken($0) || $0 == 64 }
        return isBare ? whole : quotedString(whole)
    }

    /// The longest beginning of a value that is written, of whole characters.
    private static func cut(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard bytes.count > longestResult else { return bytes }
        var end = bytes.startIndex + longestResult
        while end > bytes.startIndex, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return bytes[..<end]
    }

    /// How many bytes of a value in a field of results are written.
    static let longestResult = 400
}
