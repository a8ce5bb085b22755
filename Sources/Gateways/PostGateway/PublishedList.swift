internal import Crypto

/// A list that others fetch over HTTP: who is not to be let in, an entry a line. The file is the operator's; what is wrong in it is said.
public struct PublishedList: Sendable, Hashable {
    /// Why a file is no list.
    public struct Mistake: Error, Sendable, Hashable, CustomStringConvertible {
        /// The line.
        public var line: Int
        /// What is wrong with it.
        public var reason: String

        /// Where and what.
        public var description: String { "line \(line): \(reason)" }
    }

    /// What is served: an entry a line, each line ended, as mod_firewall of Prosody wants it.
    let content: [UInt8]
    /// What tells this content from any other (RFC 9110 section 8.8.3).
    let tag: String
    /// How many entries there are.
    public let count: Int

    /// The list of a file: in UTF-8, an entry a line. What begins with `#`, empty lines and entries that stood there before are left out.
    public init(_ file: [UInt8]) throws(Mistake) {
        var content: [UInt8] = []
        var entries: Set<String> = []
        for (number, bytes) in file.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            guard let text = String(validating: bytes, as: UTF8.self) else { throw Mistake(line: number + 1, reason: "this is not UTF-8") }
            let entry = PublishedList.trimmed(text)
            if entry.isEmpty || entry.hasPrefix("#") { continue }
            guard entry.utf8.count <= WebLimits.listEntryBytes else {
                throw Mistake(line: number + 1, reason: "an entry has more than \(WebLimits.listEntryBytes) bytes")
            }
            guard entry.unicodeScalars.allSatisfy({ !$0.properties.isWhitespace && $0.properties.generalCategory != .control }) else {
                throw Mistake(line: number + 1, reason: "an entry has a blank or a control character inside")
            }
            guard entries.insert(entry).inserted else { continue }
            content += Array(entry.utf8) + [0x0A]
        }
        self.content = content
        count = entries.count
        tag = "\"" + SHA256.hash(data: content).prefix(16).map { PublishedList.hexadecimal($0) }.joined() + "\""
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }

    private static func hexadecimal(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }
}

extension PostGateway {
    /// A list of the operator's; where the asker has it already, that.
    func list(_ request: WebRequest) throws(Problem) -> WebReply {
        let name = String(request.path.dropFirst(Route.listPrefix.count))
        guard let list = surroundings.lists[name] else {
            throw Problem(
                .notFound, "There is no list of this name.", remedy: "Lists are the files of http.lists, without their ending .txt.")
        }
        let tag = WebReply.Field("ETag", list.tag)
        let known = (request.fields["if-none-match"] ?? "").split(separator: ",").map { $0.filter { $0 != " " } }
        // A weak tag of the same content will do (RFC 9110 section 13.1.2).
        if known.contains(where: { $0 == list.tag || $0 == "W/" + list.tag || $0 == "*" }) {
            return WebReply(304, nil, "", fields: [tag])
        }
        var reply = WebReply(200, WebReply.plain, "", fields: [tag])
        reply.body = list.content
        return reply
    }
}
