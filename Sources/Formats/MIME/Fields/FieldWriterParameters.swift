// Values with parameters (RFC 2045 section 5.1, RFC 2231).

extension FieldWriter {
    /// Writes a Content-Type, Content-Disposition or similar field.
    ///
    /// A parameter's value stands bare, in quotes, or by RFC 2231 in UTF-8 and, when long, in sections. Parameters without a
    /// name or value, and second ones of a name, are left out. Characters that no token may hold are left out of names.
    public mutating func parameterised(_ name: String, _ value: ParameterisedValue) {
        begin(name)
        put(word: value.value.utf8.map(FieldBytes.lower).filter { FieldBytes.isToken($0) || $0 == 47 }.prefix(200) + [])
        var names: Set<[UInt8]> = []
        for parameter in value.parameters {
            let name = parameter.name.utf8.map(FieldBytes.lower).filter {
                FieldBytes.isToken($0) && $0 != 42 && $0 != 39 && $0 != 37
            }
            guard !name.isEmpty, !parameter.value.isEmpty, names.insert(name).inserted else { continue }
            let language = parameter.language.utf8.filter { FieldBytes.isLetter($0) || FieldBytes.isDigit($0) || $0 == 45 }
            write(Array(name.prefix(40)), FieldWriter.harmless(parameter.value), Array(language.prefix(20)))
        }
        finish()
    }

    private mutating func write(_ name: [UInt8], _ value: [UInt8], _ language: [UInt8]) {
        put(glued: [59])
        var isToken = language.isEmpty && name.count + value.count <= 70
        var isPrintable = isToken
        var previous: UInt8 = 0
        for byte in value {
            if !FieldBytes.isToken(byte) { isToken = false }
            if byte >= 127 || byte == 63 && previous == 61 { isPrintable = false }
            previous = byte
        }
        if isToken {
            put(word: name + [61] + value)
        } else if isPrintable {
            put(word: name + [61] + FieldWriter.quotedString(value))
        } else {
            writeExtended(name, value, language)
        }
    }

    /// `name*=utf-8'language'text`, or the same in sections (RFC 2231 sections 3 and 4).
    private mutating func writeExtended(_ name: [UInt8], _ value: [UInt8], _ language: [UInt8]) {
        var text = Array("utf-8'".utf8) + language + [39]
        let size = text.count + value.reduce(0) { $0 + (FieldWriter.isAttributeCharacter($1) ? 1 : 3) }
        let isWhole = name.count + 2 + size <= FieldLimits.preferredLine - 2
        // Longer sections when there would be more of them than a reader takes.
        let room = min(FieldWriter.longestWord, max(FieldLimits.preferredLine - name.count - 10, size / (FieldLimits.parameters / 2)))
        var section = 0
        for byte in value {
            let isSafe = FieldWriter.isAttributeCharacter(byte)
            if !isWhole, text.count + (isSafe ? 1 : 3) > room {
                writeSection(name, section, text)
                put(glued: [59])
                section += 1
                text.removeAll(keepingCapacity: true)
            }
            if isSafe { text.append(byte) } else { text += FieldWriter.escape(byte, mark: 37) }
        }
        if isWhole {
            put(word: name + [42, 61] + text)
        } else {
            writeSection(name, section, text)
        }
    }

    /// A character that stands for itself in an extended value (RFC 2231 section 7).
    private static func isAttributeCharacter(_ byte: UInt8) -> Bool {
        FieldBytes.isToken(byte) && byte != 42 && byte != 39 && byte != 37
    }

    private mutating func writeSection(_ name: [UInt8], _ number: Int, _ text: [UInt8]) {
        put(word: name + [42] + Array("\(number)".utf8) + [42, 61] + text)
    }
}
