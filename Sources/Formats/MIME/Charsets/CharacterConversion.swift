import Glibc

/// What a conversion to UTF-8 met.
struct ConversionOutcome {
    /// How many pieces were no text, each now a U+FFFD.
    var illFormed = 0
    /// Whether the limit cut the text.
    var isTruncated = false
}

/// One open conversion of iconv into UTF-8. Used by its owner alone; it keeps shift states, so each text begins with a reset.
///
/// Safe: the handle is opened and closed here only, and every buffer handed to iconv is bounded by its count.
@safe final class IconvDescriptor {
    private let handle: iconv_t
    private var buffer = [CChar](repeating: 0, count: 8192)

    /// Opens the conversion, or gives nothing when iconv has none from this charset.
    init?(from charset: String) {
        guard let handle = unsafe iconv_open("UTF-8", charset), Int(bitPattern: handle) != -1 else { return nil }
        unsafe self.handle = handle
    }

    deinit {
        // The handle came from iconv_open and is closed here only.
        _ = unsafe iconv_close(handle)
    }

    /// Appends the text of a range as UTF-8, at most `limit` bytes of it.
    ///
    /// Each piece that is no text costs a call, so after `patience` of them the rest is read as ASCII: the time stays linear with a
    /// small constant on any input.
    func convert(_ bytes: Span<UInt8>, into output: inout [UInt8], limit: Int, patience: Int = 5000) -> ConversionOutcome {
        var outcome = ConversionOutcome()
        let stop = output.count + max(0, min(limit, Int.max - output.count))
        var index = 0
        // Without buffers, iconv goes back to its initial state.
        _ = unsafe iconv(handle, nil, nil, nil, nil)
        while index < bytes.count {
            let (consumed, produced, error) = step(bytes, from: index)
            index += consumed
            append(produced, to: &output)
            if output.count > stop {
                outcome.isTruncated = true
                trim(&output, to: stop)
                return outcome
            }
            if error == EILSEQ || error == EINVAL, index < bytes.count {
                outcome.illFormed += 1
                output += [0xEF, 0xBF, 0xBD]
                index += 1
                if outcome.illFormed > patience {
                    appendASCII(bytes, from: index, to: &output)
                    index = bytes.count
                }
            } else if consumed == 0, produced == 0 {
                break
            }
        }
        if output.count > stop {
            outcome.isTruncated = true
            trim(&output, to: stop)
        }
        return outcome
    }

    /// One call of iconv: how many bytes it read, how many it put into the buffer, and the error that stopped it or 0.
    private func step(_ bytes: Span<UInt8>, from start: Int) -> (consumed: Int, produced: Int, error: Int32) {
        unsafe bytes.withUnsafeBufferPointer { source in
            unsafe buffer.withUnsafeMutableBufferPointer { target in
                guard let base = source.baseAddress else { return (0, 0, 0) }
                // start < count, so both pointers and counts lie inside their buffers; iconv does not write to its input.
                var from: UnsafeMutablePointer<CChar>? = unsafe UnsafeMutableRawPointer(mutating: base + start)
                    .assumingMemoryBound(to: CChar.self)
                var fromLeft = source.count - start
                var to = target.baseAddress
                var toLeft = target.count
                let result = unsafe iconv(handle, &from, &fromLeft, &to, &toLeft)
                let error = result == -1 ? errno : 0
                return (source.count - start - fromLeft, target.count - toLeft, error)
            }
        }
    }

    private func append(_ produced: Int, to output: inout [UInt8]) {
        unsafe buffer.withUnsafeBytes { filled in
            // produced is at most the count of the buffer that iconv was given.
            unsafe output.append(contentsOf: filled.prefix(produced))
        }
    }

    private func appendASCII(_ bytes: Span<UInt8>, from start: Int, to output: inout [UInt8]) {
        var wasASCII = true
        for index in start..<max(start, bytes.count) {
            let byte = bytes[index]
            if byte < 0x80 { output.append(byte) } else if wasASCII { output += [0xEF, 0xBF, 0xBD] }
            wasASCII = byte < 0x80
        }
    }
}

/// Cuts UTF-8 at a count of bytes or just before, never inside a character.
func trim(_ output: inout [UInt8], to count: Int) {
    guard output.count > count else { return }
    var cut = max(0, count)
    while cut > 0, output[cut] & 0xC0 == 0x80 { cut -= 1 }
    output.removeLast(output.count - cut)
}

/// A single-byte charset: for each byte its character in UTF-8.
struct CharacterTable {
    /// The bytes of each character from the low end, the count of bytes in the highest.
    private var characters = [UInt32](repeating: 0, count: 256)
    /// Whether each ASCII byte stands for itself.
    private(set) var keepsASCII = true

    /// Makes the table by asking iconv for each byte; nothing when it does not know the charset or the charset has longer characters.
    init?(from charset: String) {
        guard let descriptor = IconvDescriptor(from: charset) else { return nil }
        var output: [UInt8] = []
        var unknown = 0
        for byte in UInt8.min...UInt8.max {
            output.removeAll(keepingCapacity: true)
            let single = [byte]
            let outcome = descriptor.convert(single.span, into: &output, limit: 16)
            if outcome.illFormed > 0 {
                unknown += 1
                // The WHATWG tables give the undefined bytes of the Windows code pages as C1 controls.
                if charset.hasPrefix("CP125"), (0x80...0x9F).contains(byte) { output = [0xC2, byte] }
            }
            if output.count > 3 || output.isEmpty { output = [0xEF, 0xBF, 0xBD] }
            var packed = UInt32(output.count) << 24
            for (offset, value) in output.enumerated() { packed |= UInt32(value) << UInt32(8 * offset) }
            characters[Int(byte)] = packed
            if byte < 0x80, packed != 1 << 24 | UInt32(byte) { keepsASCII = false }
        }
        // A charset of longer characters leaves most high bytes without a meaning of their own.
        if unknown > 110 { return nil }
    }

    /// Appends the text of a range as UTF-8, at most `limit` bytes of it; gives whether all fitted, and how many bytes were no text.
    func convert(_ bytes: Span<UInt8>, into output: inout [UInt8], limit: Int) -> ConversionOutcome {
        var outcome = ConversionOutcome()
        let stop = output.count + max(0, min(limit, Int.max - output.count))
        let table = characters.span
        var index = 0
        while index < bytes.count, !outcome.isTruncated {
            if keepsASCII {
                let run = bytes.offsetOfNonASCII(from: index, to: bytes.count)
                TransferDecoding.append(bytes, from: index, to: run, to: &output)
                index = run
            }
            // A piece at a time, with room for three bytes each.
            let piece = min(bytes.count, index + 256)
            let origin = output.count
            output.append(contentsOf: repeatElement(0, count: 3 * (piece - index)))
            var target = output.mutableSpan
            var written = origin
            var ascii = 0
            while index < piece {
                let byte = bytes[index]
                // A few ASCII bytes stand between words; many are better copied as a run.
                ascii = byte < 0x80 ? ascii &+ 1 : 0
                if ascii > 12, keepsASCII { break }
                let packed = table[Int(byte)]
                target[written] = UInt8(truncatingIfNeeded: packed)
                if packed >= 2 << 24 { target[written + 1] = UInt8(truncatingIfNeeded: packed >> 8) }
                if packed >= 3 << 24 {
                    target[written + 2] = UInt8(truncatingIfNeeded: packed >> 16)
                    if packed == 0x03BD_BFEF { outcome.illFormed += 1 }
                }
                written += Int(packed >> 24)
                index += 1
            }
            output.removeLast(output.count - written)
            if output.count > stop { outcome.isTruncated = true }
        }
        trim(&output, to: stop)
        return outcome
    }
}

/// The Unicode encodings of 16 and 32 bits, and UTF-8 that is not quite.
enum UnicodeConversion {
    /// Appends UTF-8, each maximal ill-formed piece as U+FFFD (Unicode section 3.9).
    static func repair(_ bytes: Span<UInt8>, into output: inout [UInt8], limit: Int) -> ConversionOutcome {
        var outcome = ConversionOutcome()
        let stop = output.count + max(0, min(limit, Int.max - output.count))
        var index = 0
        while index < bytes.count, output.count <= stop {
            var good = index
            // A piece at a time, so that the limit is met soon.
            let piece = min(bytes.count, index + 65_536)
            while good < piece {
                good = bytes.offsetOfNonASCII(from: good, to: piece)
                guard good < piece else { break }
                let length = UTF8Survey.step(bytes, at: good, to: bytes.count)
                guard length > 0 else { break }
                good += length
            }
            TransferDecoding.append(bytes, from: index, to: good, to: &output)
            index = good
            guard index < piece else { continue }
            outcome.illFormed += 1
            output += [0xEF, 0xBF, 0xBD]
            index -= UTF8Survey.step(bytes, at: index, to: bytes.count)
        }
        if output.count > stop {
            outcome.isTruncated = true
            trim(&output, to: stop)
        }
        return outcome
    }

    /// Appends text of 16-bit units as UTF-8 (RFC 2781); a surrogate without its other half becomes U+FFFD.
    static func utf16(_ bytes: Span<UInt8>, isBigEndian: Bool, into output: inout [UInt8], limit: Int) -> ConversionOutcome {
        var outcome = ConversionOutcome()
        let stop = output.count + max(0, min(limit, Int.max - output.count))
        func unit(_ index: Int) -> UInt32 {
            let first = UInt32(bytes[index])
            let second = UInt32(bytes[index + 1])
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        var index = 0
        while index + 1 < bytes.count, output.count <= stop {
            var scalar = unit(index)
            index += 2
            if scalar & 0xFC00 == 0xD800, index + 1 < bytes.count, unit(index) & 0xFC00 == 0xDC00 {
                scalar = 0x10000 + (scalar & 0x3FF) << 10 + unit(index) & 0x3FF
                index += 2
            }
            if !append(scalar, to: &output) { outcome.illFormed += 1 }
        }
        if index == bytes.count - 1 { outcome.illFormed += 1 }
        if output.count > stop {
            outcome.isTruncated = true
            trim(&output, to: stop)
        }
        return outcome
    }

    /// Appends text of 32-bit units as UTF-8; what is no scalar value becomes U+FFFD.
    static func utf32(_ bytes: Span<UInt8>, isBigEndian: Bool, into output: inout [UInt8], limit: Int) -> ConversionOutcome {
        var outcome = ConversionOutcome()
        let stop = output.count + max(0, min(limit, Int.max - output.count))
        var index = 0
        while index + 3 < bytes.count, output.count <= stop {
            var scalar: UInt32 = 0
            for offset in 0..<4 { scalar = scalar << 8 | UInt32(bytes[index + (isBigEndian ? offset : 3 - offset)]) }
            index += 4
            if !append(scalar, to: &output) { outcome.illFormed += 1 }
        }
        if output.count <= stop, index < bytes.count { outcome.illFormed += 1 }
        if output.count > stop {
            outcome.isTruncated = true
            trim(&output, to: stop)
        }
        return outcome
    }

    /// Appends one scalar value, NUL left out; gives whether it was one.
    private static func append(_ scalar: UInt32, to output: inout [UInt8]) -> Bool {
        switch scalar {
        case 0: return true
        case 1..<0x80: output.append(UInt8(scalar))
        case 0x80..<0x800:
            output.append(UInt8(0xC0 | scalar >> 6))
            output.append(UInt8(0x80 | scalar & 0x3F))
        case 0xD800..<0xE000, 0x11_0000...:
            output += [0xEF, 0xBF, 0xBD]
            return false
        case 0x800..<0x1_0000:
            output.append(UInt8(0xE0 | scalar >> 12))
            output.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            output.append(UInt8(0x80 | scalar & 0x3F))
        default:
            output.append(UInt8(0xF0 | scalar >> 18))
            output.append(UInt8(0x80 | scalar >> 12 & 0x3F))
            output.append(UInt8(0x80 | scalar >> 6 & 0x3F))
            output.append(UInt8(0x80 | scalar & 0x3F))
        }
        return true
    }
}
