public import Resolving

/// Reads records that are written down in any of the forms of this module, told apart by how they begin.
public enum WrittenZone {
    /// The records of a file's bytes: JSON or YAML where they begin as these do, else a zone file.
    public static func zone(from bytes: [UInt8]) throws(ZoneFileError) -> Zone {
        let written = bytes[byteOrderMark(of: bytes)...]
        return isStructured(written) ? try StructuredZone.zone(from: String(decoding: written, as: UTF8.self)) : try ZoneFile(bytes).zone
    }

    /// How many bytes the mark takes that some editors put before a text in UTF-8.
    static func byteOrderMark(of bytes: [UInt8]) -> Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

    /// Whether the first line that says something is one of JSON or YAML: a bracket, a hyphen, a comment, or a name with a colon after it.
    private static func isStructured(_ bytes: ArraySlice<UInt8>) -> Bool {
        for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let text = line.drop { $0 == 0x20 || $0 == 0x09 }
            guard let first = text.first, first != UInt8(ascii: ";") else { continue }
            if [UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "-"), UInt8(ascii: "#"), UInt8(ascii: "%")].contains(first) {
                return true
            }
            return text.prefix { $0 != 0x20 && $0 != 0x09 }.last == UInt8(ascii: ":")
        }
        return false
    }
}
