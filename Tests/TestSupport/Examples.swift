#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The sample messages that lie in the project's own folder `examples`.
public struct Examples: Sendable {
    /// One message.
    public struct Message: Sendable {
        /// Where it lies, from the folder of examples.
        public var path: String
        /// Whether it is spam.
        public var isSpam: Bool
        /// Its bytes.
        public var bytes: [UInt8]
        /// Whether it is a mail; the others are texts.
        public var isMail: Bool { path.hasSuffix(".eml") }
    }

    /// The folder of examples.
    public static let folder = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/examples"

    /// Every message of the index, in its order.
    public static func messages() throws -> [Message] {
        let index = String(decoding: try SharedData.bytes(at: folder + "/index"), as: UTF8.self)
        return try index.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ", maxSplits: 1).map(String.init)
            guard words.count == 2 else { return nil }
            return Message(path: words[1], isSpam: words[0] == "spam", bytes: try SharedData.bytes(at: folder + "/" + words[1]))
        }
    }

    /// The lines of the table of texts.
    public static func textLines() throws -> [[UInt8]] {
        try SharedData.bytes(at: folder + "/texts.jsonl").split(separator: 0x0A).map { Array($0) }
    }
}
