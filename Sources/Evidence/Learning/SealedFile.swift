/// A file that is sealed: models, which travel between machines and people.
///
/// It begins with its heading; fields of its own follow, to byte 64, then a checksum of everything but itself (8 bytes, little-endian), then
/// what the fields speak of. The seal finds damage, not forgery: anybody can seal a file, so what is inside is checked as well.
public protocol SealedFile {
    /// What it begins with.
    static var heading: FileHeading { get }
    /// What people call what is inside: "model".
    static var noun: String { get }
    /// What people are told of bytes that begin otherwise, and what to do.
    static var otherwise: String { get }
}

/// Why bytes are not a file of a kind.
public enum SealFailure<File: SealedFile>: Error, Sendable, Hashable, CustomStringConvertible {
    /// The first bytes are not those of such a file.
    case notAModel
    /// The format is of a version this program does not read.
    case unknownFormat(UInt8)
    /// A field lies outside its bounds.
    case fieldOutOfRange(field: String, offset: Int)
    /// The file has another length than its header says.
    case wrongLength(expected: Int, found: Int)
    /// The bytes were changed after they were written.
    case wrongChecksum

    /// What is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .notAModel: return File.otherwise
        case .unknownFormat(let format):
            let read = File.heading.versions
            let known = read.count == 1 ? "format \(read.lowerBound)" : "formats \(read.lowerBound) to \(read.upperBound)"
            return "\(File.noun) format \(format) at offset 4 is unknown; this program reads \(known): update the program"
        case .fieldOutOfRange(let field, let offset):
            return "the \(File.noun)'s \(field) at offset \(offset) is out of range; the file is damaged: take another copy"
        case .wrongLength(let expected, let found):
            return "the \(File.noun) should have \(expected) bytes and has \(found); the file is cut or has a tail: take another copy"
        case .wrongChecksum:
            return
                "the \(File.noun)'s checksum at offset \(Seal.offset) does not match; the file is damaged: take another copy"
        }
    }
}

extension SealedFile {
    /// Where the checksum stands.
    static var checksumOffset: Int { Seal.offset }
    /// Where what the header speaks of begins.
    static var headerSize: Int { Seal.offset + 8 }

    /// Seals a whole file.
    static func seal(_ bytes: inout [UInt8]) {
        let sum = Seal.checksum(of: bytes.span)
        bytes.replaceWord(at: Seal.offset, with: sum)
    }

    /// Refuses bytes that do not begin as such a file does, or are shorter than a header.
    static func checkHeading(of bytes: Span<UInt8>) throws(SealFailure<Self>) {
        guard bytes.count >= headerSize, heading.isOn(bytes) else { throw .notAModel }
        guard heading.isReadable(bytes) else { throw .unknownFormat(bytes[FileHeading.size - 1]) }
    }

    /// Refuses bytes of another length than their header says, and such as were changed since they were sealed.
    static func checkSeal(of bytes: Span<UInt8>, length: Int) throws(SealFailure<Self>) {
        guard bytes.count == length else { throw .wrongLength(expected: length, found: bytes.count) }
        guard Seal.checksum(of: bytes) == bytes.word(at: Seal.offset) else { throw .wrongChecksum }
    }
}

private enum Seal {
    /// Where the checksum stands.
    static let offset = 64

    /// A sum over eight bytes at a time, the checksum's own place left out.
    static func checksum(of bytes: Span<UInt8>) -> UInt64 {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        var index = 0
        while index + 8 <= bytes.count {
            if index != offset {
                sum = (sum ^ bytes.word(at: index)) &* 0x9E37_79B9_7F4A_7C15
                sum ^= sum >> 29
            }
            index += 8
        }
        while index < bytes.count {
            sum = (sum ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3
            index += 1
        }
        return sum ^ sum >> 32
    }
}
