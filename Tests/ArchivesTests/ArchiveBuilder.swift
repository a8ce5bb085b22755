/// Writes archives by hand, honest and not, so that the tests need no files and no programs.
enum ArchiveBuilder {
    /// An entry to be written.
    struct Entry {
        var name: String
        var content: [UInt8] = []
        /// What the headers claim, where it is not the truth.
        var claimedSize: Int?
        var isEncrypted = false
        /// Whether its packed bytes are said to be those of the first entry.
        var sharesFirst = false
    }

    static func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    /// The checksum of ZIP and gzip (RFC 1952 section 8).
    static func crc(_ bytes: [UInt8]) -> Int {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 != 0 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return Int(~crc)
    }

    /// A ZIP file with everything stored.
    static func zip(_ entries: [Entry], announcing announced: Int? = nil) -> [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let offset = entry.sharesFirst ? 0 : file.count
            let size = entry.claimedSize ?? entry.content.count
            let common =
                little(entry.isEncrypted ? 1 : 0, 2) + little(0, 2) + little(0, 4) + little(crc(entry.content), 4)
                + little(entry.content.count, 4) + little(size, 4) + little(entry.name.utf8.count, 2) + little(0, 2)
            if !entry.sharesFirst { file += little(0x0403_4B50, 4) + little(20, 2) + common + Array(entry.name.utf8) + entry.content }
            directory += little(0x0201_4B50, 4) + little(20, 2) + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2)
            directory += little(0, 4) + little(offset, 4) + Array(entry.name.utf8)
        }
        let count = announced ?? entries.count
        let end =
            little(0x0605_4B50, 4) + little(0, 4) + little(count, 2) + little(count, 2) + little(directory.count, 4)
            + little(file.count, 4) + little(0, 2)
        return file + directory + end
    }

    /// A gzip file of one stored block (RFC 1951 section 3.2.4).
    static func gzip(_ content: [UInt8]) -> [UInt8] {
        [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1] + little(content.count, 2) + little(~content.count, 2) + content + little(crc(content), 4)
            + little(content.count, 4)
    }

    /// A gzip file of so many times 258 equal bytes: a bomb, written bit by bit with the fixed codes (section 3.2.6).
    static func gzipBomb(repeats: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        var held = 0
        var bits = 0
        func put(_ value: Int, _ count: Int) {
            held |= value << bits
            bits += count
            while bits >= 8 {
                bytes.append(UInt8(held & 255))
                held >>= 8
                bits -= 8
            }
        }
        put(1, 1)
        put(1, 2)
        // The letter A is 01110001; codes go highest bit first. (Zeros would be an empty tar file, and rightly passed over.)
        put(0b1000_1110, 8)
        for _ in 0..<repeats {
            // Length 258 is 11000101, and distance 1 is 00000.
            put(0b1010_0011, 8)
            put(0, 5)
        }
        put(0, 7)
        put(0, 7)
        return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + bytes + little(0, 8)
    }

    /// A tar file in the ustar form.
    static func tar(_ entries: [Entry]) -> [UInt8] {
        var file: [UInt8] = []
        for entry in entries {
            var header = [UInt8](repeating: 0, count: 512)
            func put(_ text: String, _ offset: Int) {
                for (index, byte) in text.utf8.enumerated() { header[offset + index] = byte }
            }
            func octal(_ value: Int, _ width: Int) -> String {
                let digits = String(value, radix: 8)
                return String(repeating: "0", count: width - digits.count) + digits
            }
            put(entry.name, 0)
            put(octal(0o644, 7), 100)
            put(octal(entry.claimedSize ?? entry.content.count, 11), 124)
            put(octal(0, 11), 136)
            put("        ", 148)
            put("0", 156)
            put("ustar\u{0}00", 257)
            put(octal(header.reduce(0) { $0 + Int($1) }, 6) + "\u{0} ", 148)
            file += header + entry.content + [UInt8](repeating: 0, count: (512 - entry.content.count % 512) % 512)
        }
        return file + [UInt8](repeating: 0, count: 1024)
    }
}
