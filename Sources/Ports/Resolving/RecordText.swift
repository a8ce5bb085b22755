internal import Messages

/// Reads and writes what a record says, as a zone file has it (RFC 1035 section 5.1 and the documents of the types).
public enum RecordText {
    /// The record of a type from its fields, each without its quotes and escapes; nothing where they are not such a record. Names are absolute.
    public static func data(_ type: RecordType, from fields: [[UInt8]]) -> RecordData? {
        // A text may say what bytes of any record begin with.
        if type != .txt, let bytes = bytes(fields) { return .other(bytes) }
        switch type {
        case .a, .aaaa: return address(type, fields)
        case .txt: return fields.isEmpty ? nil : .text(Array(fields.joined()))
        case .ns, .cname, .ptr: return fields.count == 1 ? name(fields[0]).map(RecordData.name) : nil
        case .mx:
            guard fields.count == 2, let preference = number(fields[0], UInt16.self), let host = name(fields[1]) else { return nil }
            return .mailExchange(preference: preference, host: host)
        case .srv: return service(fields)
        case .soa:
            guard fields.count == 7, let server = name(fields[0]), let serial = number(fields[2], UInt32.self),
                let negative = number(fields[6], UInt32.self)
            else { return nil }
            return .startOfAuthority(server: server, serial: serial, negativeTimeToLive: negative)
        case .tlsa: return tlsAssociation(fields)
        case .caa:
            guard fields.count == 3, let flags = number(fields[0], UInt8.self) else { return nil }
            return .certificationAuthority(flags: flags, tag: fields[1], value: fields[2])
        default: return nil
        }
    }

    /// The bytes of a record that is not what its type has: `\#`, how many they are, and their digits (RFC 3597 section 5).
    private static func bytes(_ fields: [[UInt8]]) -> [UInt8]? {
        guard fields.count > 1, fields[0] == [UInt8(ascii: "#")], let count = number(fields[1], Int.self),
            let bytes = hexadecimal(Array(fields[2...].joined())), bytes.count == count
        else { return nil }
        return bytes
    }

    private static func address(_ type: RecordType, _ fields: [[UInt8]]) -> RecordData? {
        guard fields.count == 1, let address = IPAddress(String(decoding: fields[0], as: UTF8.self)) else { return nil }
        // An IPv4-mapped address may stand in an AAAA record.
        if type == .a, !fields[0].contains(UInt8(ascii: ".")) { return nil }
        return .address(address)
    }

    private static func service(_ fields: [[UInt8]]) -> RecordData? {
        guard fields.count == 4, let priority = number(fields[0], UInt16.self), let weight = number(fields[1], UInt16.self),
            let port = number(fields[2], UInt16.self), let target = name(fields[3])
        else { return nil }
        return .service(priority: priority, weight: weight, port: port, target: target)
    }

    private static func tlsAssociation(_ fields: [[UInt8]]) -> RecordData? {
        guard fields.count >= 4, let usage = number(fields[0], UInt8.self), let selector = number(fields[1], UInt8.self),
            let matchingType = number(fields[2], UInt8.self), let data = hexadecimal(Array(fields[3...].joined()))
        else { return nil }
        return .tlsAssociation(usage: usage, selector: selector, matchingType: matchingType, data: data)
    }

    private static func name(_ field: [UInt8]) -> DomainName? {
        field == [UInt8(ascii: ".")] || field.isEmpty ? .root : DomainName(field)
    }

    private static func number<Number: FixedWidthInteger>(_ field: [UInt8], _ type: Number.Type) -> Number? {
        guard let first = field.first, first &- 48 < 10 else { return nil }
        return Number(String(decoding: field, as: UTF8.self))
    }

    private static func hexadecimal(_ digits: [UInt8]) -> [UInt8]? {
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let byte = UInt8(String(decoding: digits[index..<(index + 2)], as: UTF8.self), radix: 16), digits[index] != 43 else {
                return nil
            }
            bytes.append(byte)
        }
        return bytes
    }

    /// The record as a zone file has it; names end with a dot.
    public static func text(_ data: RecordData) -> String {
        switch data {
        case .address(let address): address.description
        case .mailExchange(let preference, let host): "\(preference) \(text(host))"
        case .text(let bytes): strings(bytes).map(quoted).joined(separator: " ")
        case .name(let name): text(name)
        case .service(let priority, let weight, let port, let target): "\(priority) \(weight) \(port) \(text(target))"
        case .startOfAuthority(let server, let serial, let negative):
            "\(text(server)) \(text(server)) \(serial) 3600 600 604800 \(negative)"
        case .tlsAssociation(let usage, let selector, let matchingType, let bytes):
            "\(usage) \(selector) \(matchingType) \(bytes.isEmpty ? "\"\"" : hexadecimalText(bytes))"
        case .certificationAuthority(let flags, let tag, let value):
            "\(flags) \(quoted(tag[...])) \(quoted(value[...]))"
        case .other(let bytes): "\\# \(bytes.count) \(hexadecimalText(bytes))"  // RFC 3597 section 5
        }
    }

    /// A name as a zone file has it, with a dot at its end: what could mean something else there, or is no ASCII, by its number (RFC 1035
    /// section 5.1).
    public static func text(_ name: DomainName) -> String {
        var text = ""
        for byte in name.bytes {
            let isPlain = byte &- 48 < 10 || byte &- 97 < 26 || "._-*".utf8.contains(byte)
            text += isPlain ? String(UnicodeScalar(byte)) : numbered(byte)
        }
        return text + "."
    }

    private static func numbered(_ byte: UInt8) -> String {
        let digits = String(byte)
        return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
    }

    /// A text in strings of at most 255 bytes (RFC 1035 section 3.3).
    private static func strings(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.isEmpty ? [[]] : stride(from: 0, to: bytes.count, by: 255).map { bytes[$0..<min($0 + 255, bytes.count)] }
    }

    private static func quoted(_ bytes: ArraySlice<UInt8>) -> String {
        var text = "\""
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += "\\" + String(UnicodeScalar(byte))
            case 0x20...0x7E: text += String(UnicodeScalar(byte))
            default: text += numbered(byte)
            }
        }
        return text + "\""
    }

    private static func hexadecimalText(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
