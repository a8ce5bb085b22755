// Forms: what browsers and programs send as application/x-www-form-urlencoded, in a body or behind the question mark of an address.
//
// Anybody may have written it: the number of fields is bounded, and what is escaped wrongly stands as it was written.

/// One field of a form: a name and what stands for it (WHATWG URL Standard section 5.1).
public struct FormField: Sendable, Hashable {
    /// The name, escapes undone.
    public var name: String
    /// The value's bytes, escapes undone; meant to be UTF-8.
    public var value: [UInt8]

    /// A field.
    public init(_ name: String, _ value: [UInt8]) {
        self.name = name
        self.value = value
    }

    /// The value, what is not UTF-8 replaced.
    public var text: String { String(decoding: value, as: UTF8.self) }

    /// The most fields of one form.
    public static let countLimit = 1000

    /// The fields of a form in the order they came; nothing where there are more than `countLimit`.
    public static func fields(of bytes: Span<UInt8>) -> [FormField]? {
        var fields: [FormField] = []
        var start = 0
        while start < bytes.count {
            var end = start
            var equals: Int?
            while end < bytes.count, bytes[end] != UInt8(ascii: "&") {
                if equals == nil, bytes[end] == UInt8(ascii: "=") { equals = end }
                end += 1
            }
            if end > start {
                guard fields.count < countLimit else { return nil }
                let name = String(decoding: unescaped(bytes, start, equals ?? end), as: UTF8.self)
                fields.append(FormField(name, equals.map { unescaped(bytes, $0 + 1, end) } ?? []))
            }
            start = end + 1
        }
        return fields
    }

    /// Undoes plus signs and percent escapes; an escape that is none stays.
    private static func unescaped(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(end - start)
        var index = start
        while index < end {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%"), index + 2 < end, let high = digit(bytes[index + 1]), let low = digit(bytes[index + 2]) {
                text.append(high << 4 | low)
                index += 3
                continue
            }
            text.append(byte == UInt8(ascii: "+") ? 0x20 : byte)
            index += 1
        }
        return text
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}

extension [FormField] {
    /// The text of the first field with this name.
    public subscript(name: String) -> String? { first { $0.name == name }?.text }

    /// The texts of all fields with this name, in their order.
    public func all(_ name: String) -> [String] { filter { $0.name == name }.map(\.text) }
}
