import Messages

/// What a Content-Type field says, as far as the tree of parts and the decoding of text need it (RFC 2045 section 5).
///
/// Values stay ranges into the message; only a boundary is copied, into the pool of the parser, because escapes, folds and the
/// continuations of RFC 2231 may stand inside it.
struct MediaTypeField {
    var kind = Part.Kind.textPlain
    var mediaType = ByteRange.empty
    var charset = ByteRange.empty
    var isFlowed = false
    var deletesSpace = false
    /// Whether a type and a subtype were there.
    var isValid = false
    var hasDuplicateParameter = false
    /// Where a quote was opened and not closed; -1 when none was.
    var unclosedQuote = -1
    /// How many bytes of boundary were added to the pool.
    var boundaryCount = 0
    /// Whether the boundary was longer than the limit, and not added.
    var boundaryIsTooLong = false
    /// Whether the boundary ends in white space or has more than 70 bytes.
    var boundaryIsInvalid = false

    /// Reads the field's body in a range of bytes, and adds a multipart's boundary to `pool`.
    init(_ bytes: Span<UInt8>, from start: Int, to end: Int, boundaryLimit: Int, pool: inout [UInt8]) {
        var scanner = ParameterScanner(from: start, to: end)
        scanner.skipFolding(bytes)
        let type = scanner.token(bytes)
        scanner.skipFolding(bytes)
        var subtype = ByteRange.empty
        if !type.isEmpty, scanner.cursor < end, bytes[scanner.cursor] == UInt8(ascii: "/") {
            scanner.cursor += 1
            scanner.skipFolding(bytes)
            subtype = scanner.token(bytes)
        }
        if !type.isEmpty, !subtype.isEmpty {
            isValid = true
            mediaType = ByteRange(Int(type.start), Int(subtype.end))
            kind = MediaTypeField.kind(bytes, type: type, subtype: subtype)
        } else if bytes.matches(lowercase: "text", from: Int(type.start), to: Int(type.end)) {
            // The bare "text" of RFC 1049.
            isValid = true
            mediaType = type
        } else if !type.isEmpty, scanner.cursor < end, bytes[scanner.cursor] == UInt8(ascii: "=") {
            // No type, parameters only: `Content-Type: charset=utf-8`.
            scanner.cursor = Int(type.start)
        }
        readParameters(bytes, &scanner, boundaryLimit: boundaryLimit, pool: &pool)
        unclosedQuote = scanner.unclosedQuote
    }

    private mutating func readParameters(
        _ bytes: Span<UInt8>, _ scanner: inout ParameterScanner, boundaryLimit: Int, pool: inout [UInt8]
    ) {
        var boundary = ParameterScanner.Parameter()
        var hasBoundary = false
        let origin = pool.count
        while let parameter = scanner.next(bytes) {
            let start = Int(parameter.name.start)
            let end = Int(parameter.name.end)
            switch end - start {
            case 5 where bytes.matches(lowercase: "delsp", from: start, to: end):
                deletesSpace = bytes.matches(lowercase: "yes", from: Int(parameter.value.start), to: Int(parameter.value.end))
            case 6 where bytes.matches(lowercase: "format", from: start, to: end):
                isFlowed = bytes.matches(lowercase: "flowed", from: Int(parameter.value.start), to: Int(parameter.value.end))
            case 7 where bytes.matches(lowercase: "charset", from: start, to: end):
                guard charset.isEmpty else {
                    hasDuplicateParameter = true
                    continue
                }
                charset = parameter.isExtended ? MediaTypeField.withoutLanguage(bytes, parameter.value) : parameter.value
            case 8 where kind.isMultipart && bytes.matches(lowercase: "boundary", from: start, to: end):
                // A whole boundary counts before one in pieces; pieces are added as they come.
                if hasBoundary, boundary.section < 0 || parameter.section < 0 || parameter.section == boundary.section {
                    hasDuplicateParameter = true
                    continue
                }
                hasBoundary = true
                boundary = parameter
                append(bytes, parameter, to: &pool, limit: boundaryLimit)
            default: break
            }
        }
        if boundaryIsTooLong { pool.removeLast(pool.count - origin) }
        // A boundary cannot end in white space (RFC 2046 section 5.1.1): transport may add and take it.
        while pool.count > origin, isBlank(pool[pool.count - 1]) {
            boundaryIsInvalid = true
            pool.removeLast()
        }
        boundaryCount = pool.count - origin
        if boundaryCount > 70 { boundaryIsInvalid = true }
    }

    /// Adds one value, without escapes and folds, percent signs of RFC 2231 undone.
    private mutating func append(
        _ bytes: Span<UInt8>, _ parameter: ParameterScanner.Parameter, to pool: inout [UInt8], limit: Int
    ) {
        let value =
            parameter.isExtended && parameter.section <= 0 ? MediaTypeField.withoutLanguage(bytes, parameter.value) : parameter.value
        guard value.count <= limit else {
            boundaryIsTooLong = true
            return
        }
        var index = Int(value.start)
        let end = Int(value.end)
        while index < end {
            var byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\\"), index < end {
                byte = bytes[index]
                index += 1
            } else if byte == 13 || byte == 10 {
                continue
            } else if byte == UInt8(ascii: "%"), parameter.isExtended, index + 1 < end,
                let high = hexadecimal(bytes[index]), let low = hexadecimal(bytes[index + 1])
            {
                byte = high << 4 | low
                index += 2
            }
            pool.append(byte)
        }
        if boundaryCount + value.count > limit { boundaryIsTooLong = true }
        boundaryCount += value.count
    }

    /// What follows the charset and the language of an extended value (`utf-8'en'value`).
    private static func withoutLanguage(_ bytes: Span<UInt8>, _ value: ByteRange) -> ByteRange {
        let end = Int(value.end)
        let first = bytes.offset(of: UInt8(ascii: "'"), from: Int(value.start), to: end)
        let second = bytes.offset(of: UInt8(ascii: "'"), from: first + 1, to: end)
        return second < end ? ByteRange(second + 1, end) : value
    }

    private static func kind(_ bytes: Span<UInt8>, type: ByteRange, subtype: ByteRange) -> Part.Kind {
        let start = Int(type.start)
        let end = Int(type.end)
        func subtypeIs(_ name: StaticString) -> Bool {
            bytes.matches(lowercase: name, from: Int(subtype.start), to: Int(subtype.end))
        }
        switch lowercased(bytes[start]) {
        case UInt8(ascii: "t") where bytes.matches(lowercase: "text", from: start, to: end):
            return subtypeIs("plain") ? .textPlain : subtypeIs("html") ? .textHTML : subtypeIs("calendar") ? .textCalendar : .textOther
        case UInt8(ascii: "m") where bytes.matches(lowercase: "multipart", from: start, to: end):
            if subtypeIs("mixed") { return .multipartMixed }
            if subtypeIs("alternative") { return .multipartAlternative }
            if subtypeIs("related") { return .multipartRelated }
            if subtypeIs("signed") { return .multipartSigned }
            if subtypeIs("encrypted") { return .multipartEncrypted }
            if subtypeIs("report") { return .multipartReport }
            return subtypeIs("digest") ? .multipartDigest : .multipartOther
        case UInt8(ascii: "m") where bytes.matches(lowercase: "message", from: start, to: end):
            if subtypeIs("rfc822") || subtypeIs("global") || subtypeIs("news") { return .message }
            if subtypeIs("partial") { return .messagePartial }
            return subtypeIs("delivery-status") || subtypeIs("global-delivery-status") ? .messageDeliveryStatus : .messageOther
        case UInt8(ascii: "i") where bytes.matches(lowercase: "image", from: start, to: end): return .image
        case UInt8(ascii: "a") where bytes.matches(lowercase: "audio", from: start, to: end): return .audio
        case UInt8(ascii: "v") where bytes.matches(lowercase: "video", from: start, to: end): return .video
        case UInt8(ascii: "f") where bytes.matches(lowercase: "font", from: start, to: end): return .font
        default:
            // application/xhtml+xml is shown as HTML; every type that is not known counts as application (RFC 2046 section 4.5.3).
            return subtypeIs("xhtml+xml") ? .textHTML : .application
        }
    }
}

/// The value of a hexadecimal digit of either case, or nothing.
@inline(__always)
func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
}

extension Part.TransferEncoding {
    /// The encoding that a Content-Transfer-Encoding field names (RFC 2045 section 6.1); `unknown` when it is none.
    init(_ bytes: Span<UInt8>, from start: Int, to end: Int) {
        var scanner = ParameterScanner(from: start, to: end)
        scanner.skipFolding(bytes)
        if scanner.cursor < end, bytes[scanner.cursor] == UInt8(ascii: "\"") { scanner.cursor += 1 }
        let name = scanner.token(bytes)
        func isNamed(_ value: StaticString) -> Bool {
            bytes.matches(lowercase: value, from: Int(name.start), to: Int(name.end))
        }
        self =
            if isNamed("7bit") || isNamed("7-bit") {
                .sevenBit
            } else if isNamed("8bit") || isNamed("8-bit") {
                .eightBit
            } else if isNamed("quoted-printable") {
                .quotedPrintable
            } else if isNamed("base64") || isNamed("base-64") {
                .base64
            } else if isNamed("binary") {
                .binary
            } else if isNamed("x-uuencode") || isNamed("uuencode") || isNamed("x-uue") || isNamed("uue") {
                .uuencode
            } else {
                .unknown
            }
    }
}

extension Part.Presentation {
    /// What a Content-Disposition field asks for; a type that is not known counts as an attachment (RFC 2183 section 2.8).
    init(_ bytes: Span<UInt8>, from start: Int, to end: Int) {
        var scanner = ParameterScanner(from: start, to: end)
        scanner.skipFolding(bytes)
        let name = scanner.token(bytes)
        let isAlone = !(scanner.cursor < end && bytes[scanner.cursor] == UInt8(ascii: "="))
        if name.isEmpty || !isAlone {
            self = .unspecified
        } else {
            self = bytes.matches(lowercase: "inline", from: Int(name.start), to: Int(name.end)) ? .inline : .attachment
        }
    }
}
