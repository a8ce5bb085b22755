public import Messages

/// One attribute of a tag: where its name and its value lie in the input, nothing decoded yet.
public struct HTMLAttribute: Sendable {
    /// The bytes of the name as written.
    public let name: ByteRange
    /// The bytes of the value as written, without quotes; empty where there is none.
    public let value: ByteRange
    /// Whether the value may hold character references.
    public let hasReference: Bool
    /// The name in lower case, for comparing.
    let packed: PackedName

    init(name: ByteRange, value: ByteRange, hasReference: Bool, packed: PackedName) {
        self.name = name
        self.value = value
        self.hasReference = hasReference
        self.packed = packed
    }

    /// Whether the value means what is written, as nearly all do, and is no longer than `limit`.
    @inline(__always)
    func isPlain(_ input: Span<UInt8>, limit: Int) -> Bool {
        !hasReference && value.count <= limit && input.firstControl(from: Int(value.start), to: Int(value.end)) == Int(value.end)
    }

    /// Whether the value as written begins with a word, given in lower case.
    func begins(with word: StaticString, in input: Span<UInt8>) -> Bool {
        input.matches(word, at: Int(value.start))
    }

    /// Adds the name as the document means it: letters lowered, NUL replaced (WHATWG HTML section 13.2.5.33).
    public func appendName(_ input: Span<UInt8>, to buffer: inout [UInt8]) {
        HTMLTokenizer.appendName(input, name.range, to: &buffer)
    }

    /// Adds the value as the document means it: references decoded, line ends normalised, NUL replaced; at most `limit`
    /// bytes, and whole characters.
    public func appendValue(_ input: Span<UInt8>, to buffer: inout [UInt8], limit: Int = .max) {
        let end = min(Int(value.end), input.count)
        let start = buffer.count
        let full = limit < .max - start ? start + limit : .max
        var at = Int(value.start)
        if isPlain(input, limit: limit) {
            input.append(at..<end, to: &buffer)
            return
        }
        while at < end, buffer.count < full {
            let byte = input[at]
            switch byte {
            case ASCII.ampersand where hasReference:
                let reference = CharacterReference.read(input, at: at, to: end, inAttribute: true)
                if reference.end != 0 {
                    guard Int(reference.packed >> 56) <= full - buffer.count else { return }
                    CharacterReference.append(reference.packed, to: &buffer)
                    at = reference.end
                    continue
                }
                buffer.append(byte)
            case ASCII.nul:
                guard HTMLTokenizer.replacement.count <= full - buffer.count else { return }
                buffer.append(contentsOf: HTMLTokenizer.replacement)
            case ASCII.carriageReturn:
                buffer.append(ASCII.lineFeed)
                if at + 1 < end, input[at + 1] == ASCII.lineFeed { at += 1 }
            default:
                buffer.append(byte)
            }
            at += 1
        }
        // A cut in the middle of a character takes its beginning away too.
        guard at < end, input[at] & 0xC0 == 0x80 else { return }
        while buffer.count > start, let last = buffer.popLast(), last & 0xC0 == 0x80 {}
    }
}
