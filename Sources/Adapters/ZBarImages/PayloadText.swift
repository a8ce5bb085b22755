#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Tells the charset of a QR code's bytes, which most codes do not name (ISO/IEC 18004 section 7.4.5).
enum PayloadText {
    /// The bytes as UTF-8 where they are UTF-8 or Shift_JIS; else as they stand.
    ///
    /// libzbar guesses too, and takes much Japanese and short Chinese for Big5; it is told to leave the bytes alone.
    static func text(_ payload: [UInt8]) -> [UInt8] {
        if String(validating: payload, as: UTF8.self) != nil { return payload }
        return converted(payload, from: "CP932") ?? payload
    }

    /// The bytes converted from a charset by iconv; nothing when one of them has no meaning in it.
    private static func converted(_ payload: [UInt8], from charset: String) -> [UInt8]? {
        guard let converter = unsafe iconv_open("UTF-8", charset), Int(bitPattern: converter) != -1 else { return nil }
        defer { _ = unsafe iconv_close(converter) }
        var input = payload.map { CChar(bitPattern: $0) }
        // No character of a charset of one or two bytes takes more than three bytes of UTF-8.
        var output = [CChar](repeating: 0, count: payload.count * 3)
        var inputLeft = input.count
        var outputLeft = output.count
        let converted = unsafe input.withUnsafeMutableBufferPointer { from in
            unsafe output.withUnsafeMutableBufferPointer { to in
                var next = from.baseAddress
                var end = to.baseAddress
                return unsafe iconv(converter, &next, &inputLeft, &end, &outputLeft)
            }
        }
        guard converted != -1, inputLeft == 0 else { return nil }
        return output[..<(output.count - outputLeft)].map { UInt8(bitPattern: $0) }
    }
}
