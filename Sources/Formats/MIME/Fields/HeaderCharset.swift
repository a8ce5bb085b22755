// Turns the bytes of an encoded word or an extended parameter into UTF-8. The label is the sender's word: it may be wrong,
// unknown, or an attempt at passing options to iconv.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Charset conversion for the short texts of header fields.
enum HeaderCharset {
    /// Appends the UTF-8 of bytes in the charset of this label; broken sequences become U+FFFD.
    ///
    /// Gives false when the charset is unknown; the bytes are then read as UTF-8 or, failing that, Windows-1252.
    static func decode(_ bytes: Span<UInt8>, label: Span<UInt8>, into out: inout [UInt8]) -> Bool {
        if let word = ShortWord(label, 0..<label.count) {
            if word == utf8 || word == utf8Bare {
                appendRepaired(bytes, into: &out)
                return true
            }
            if word == ascii || word == asciiBare {
                decodeUnlabelled(bytes, into: &out)
                return true
            }
            if word == latin1 || word == latin1Bare || word == windows1252 || word == codePage1252 {
                appendWindows1252(bytes, into: &out)
                return true
            }
        }
        guard let name = iconvName(label), convert(bytes, from: name, into: &out) else {
            decodeUnlabelled(bytes, into: &out)
            return false
        }
        return true
    }

    /// Appends bytes whose charset nobody named: as UTF-8 when they are that, else as Windows-1252. Gives whether it was UTF-8.
    @discardableResult
    static func decodeUnlabelled(_ bytes: Span<UInt8>, into out: inout [UInt8]) -> Bool {
        if isUTF8(bytes) {
            FieldBytes.append(bytes, 0..<bytes.count, to: &out)
            return true
        }
        appendWindows1252(bytes, into: &out)
        return false
    }

    private static let utf8 = ShortWord("utf-8")
    private static let utf8Bare = ShortWord("utf8")
    private static let ascii = ShortWord("us-ascii")
    private static let asciiBare = ShortWord("ascii")
    private static let latin1 = ShortWord("iso-8859-1")
    private static let latin1Bare = ShortWord("latin1")
    private static let windows1252 = ShortWord("windows-1252")
    private static let codePage1252 = ShortWord("cp1252")

    /// What Windows-1252 has at 0x80 to 0x9F; its holes stay the control characters of ISO 8859-1, as browsers read them.
    private static let windowsPunctuation: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
        0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
    ]

    private static func appendWindows1252(_ bytes: Span<UInt8>, into out: inout [UInt8]) {
        for index in 0..<bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                out.append(byte)
                continue
            }
            let scalar = byte < 0xA0 ? windowsPunctuation[Int(byte - 0x80)] : UInt16(byte)
            if scalar < 0x800 {
                out.append(UInt8(0xC0 | scalar >> 6))
            } else {
                out.append(UInt8(0xE0 | scalar >> 12))
                out.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            }
            out.append(UInt8(0x80 | scalar & 0x3F))
        }
    }
}

// UTF-8 by the Unicode Standard, table 3-7.
extension HeaderCharset {
    /// How many bytes the well-formed sequence at this index has; 0 when there is none.
    @inline(__always)
    static func sequenceLength(_ bytes: Span<UInt8>, _ index: Int) -> Int {
        let first = bytes[index]
        if first < 0x80 { return 1 }
        guard first >= 0xC2, first <= 0xF4 else { return 0 }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard index + length <= bytes.count else { return 0 }
        let second = bytes[index + 1]
        let lowest: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
        let highest: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
        guard second >= lowest, second <= highest else { return 0 }
        if length > 2, bytes[index + 2] & 0xC0 != 0x80 { return 0 }
        if length > 3, bytes[index + 3] & 0xC0 != 0x80 { return 0 }
        return length
    }

    static func isUTF8(_ bytes: Span<UInt8>) -> Bool {
        var index = 0
        while index < bytes.count {
            let length = sequenceLength(bytes, index)
            if length == 0 { return false }
            index += length
        }
        return true
    }

    /// Appends UTF-8, each broken byte replaced by U+FFFD.
    static func appendRepaired(_ bytes: Span<UInt8>, into out: inout [UInt8]) {
        var start = 0
        var index = 0
        while index < bytes.count {
            let length = sequenceLength(bytes, index)
            if length == 0 {
                FieldBytes.append(bytes, start..<index, to: &out)
                appendReplacement(to: &out)
                start = index + 1
            }
            index += max(1, length)
        }
        FieldBytes.append(bytes, start..<index, to: &out)
    }

    static func appendReplacement(to out: inout [UInt8]) {
        out.append(0xEF)
        out.append(0xBF)
        out.append(0xBD)
    }
}

// Everything else is iconv's.
extension HeaderCharset {
    /// Labels that mean more than the charset they name, as mail is written in practice (WHATWG Encoding, section 4.2).
    private static let aliases: [String: String] = [
        "gb2312": "GB18030", "gbk": "GB18030", "gb_2312-80": "GB18030", "hz-gb-2312": "HZ", "x-gbk": "GB18030", "big5": "BIG5-HKSCS",
        "ks_c_5601-1987": "CP949", "ks_c_5601": "CP949", "euc-kr": "CP949", "shift_jis": "CP932", "shift-jis": "CP932", "sjis": "CP932",
        "x-sjis": "CP932", "iso-8859-8-i": "ISO-8859-8", "iso-8859-8-e": "ISO-8859-8", "iso-8859-6-i": "ISO-8859-6",
        "iso-8859-9": "CP1254", "iso-8859-11": "CP874", "tis-620": "CP874", "windows-874": "CP874", "x-mac-roman": "MACINTOSH",
        "unicode-1-1-utf-7": "UTF-7", "unicode-1-1-utf-8": "UTF-8", "x-unknown": "", "unknown-8bit": "", "default": "",
    ]

    /// The name to ask iconv for, NUL-terminated: only characters of a charset name, so no option (`//IGNORE`) can ride along.
    private static func iconvName(_ label: Span<UInt8>) -> [CChar]? {
        guard label.count > 0, label.count <= FieldLimits.charsetName else { return nil }
        var name: [UInt8] = []
        for index in 0..<label.count {
            let byte = FieldBytes.lower(label[index])
            guard FieldBytes.isLetter(byte) || FieldBytes.isDigit(byte) || byte == 45 || byte == 95 || byte == 46 || byte == 58 else {
                return nil
            }
            name.append(byte)
        }
        let text = String(decoding: name, as: UTF8.self)
        guard let alias = aliases[text] else { return name.map { CChar(bitPattern: $0) } + [0] }
        return alias.isEmpty ? nil : alias.utf8.map { CChar(bitPattern: $0) } + [0]
    }

    /// Appends the conversion of the bytes; false, with nothing appended, when iconv does not know the charset.
    private static func convert(_ bytes: Span<UInt8>, from name: [CChar], into out: inout [UInt8]) -> Bool {
        let target: [CChar] = [85, 84, 70, 45, 56, 0]
        // Safe: both names end in NUL, and iconv_open keeps neither. Its failure is the pointer -1.
        guard let converter = unsafe iconv_open(target, name), UInt(bitPattern: converter) != UInt.max else { return false }
        defer { _ = unsafe iconv_close(converter) }
        var source = (0..<bytes.count).map { CChar(bitPattern: bytes[$0]) }
        var chunk = [CChar](repeating: 0, count: 512)
        var done = 0
        while done < source.count {
            let (read, written, code) = unsafe step(converter, &source, from: done, &chunk)
            for byte in chunk[..<written] { out.append(UInt8(bitPattern: byte)) }
            done += read
            if code == EILSEQ || code == EINVAL {
                appendReplacement(to: &out)
                done += 1
            } else if code != 0, code != E2BIG {
                break
            } else if read == 0, written == 0 {
                break
            }
        }
        return true
    }

    /// One call of iconv: how many bytes it took, how many it gave, and its error number or 0.
    private static func step(
        _ converter: iconv_t, _ source: inout [CChar], from start: Int, _ chunk: inout [CChar]
    ) -> (read: Int, written: Int, code: Int32) {
        var unread = source.count - start
        var room = chunk.count
        var code: Int32 = 0
        // Safe: iconv moves the two pointers only within the counts it is given, and both arrays outlive the call.
        unsafe source.withUnsafeMutableBufferPointer { input in
            unsafe chunk.withUnsafeMutableBufferPointer { output in
                guard let first = input.baseAddress, let target = output.baseAddress else { return }
                var from: UnsafeMutablePointer<CChar>? = unsafe first + start
                var to: UnsafeMutablePointer<CChar>? = unsafe target
                if unsafe iconv(converter, &from, &unread, &to, &room) == -1 { code = errno }
            }
        }
        return (source.count - start - unread, chunk.count - room, code)
    }
}
