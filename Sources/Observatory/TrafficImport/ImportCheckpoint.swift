internal import JSON
internal import Messages

/// How far a file was read, and what is needed to go on there.
public struct ImportCheckpoint: Sendable, Hashable {
    /// What the file is.
    public var kind: ImportKind
    /// Whose it is; empty for our own.
    public var contributor: String
    /// What the study calls it.
    public var dataset: String
    /// The file's name without what rotation adds to it: files of one name go on one another.
    public var stem: String
    /// Of how many bytes of the begin `head` is the digest.
    public var headBytes: Int
    /// By what it is known again.
    public var head: String
    /// The digest of the bytes before `offset`.
    public var tail = ""
    /// How far it was read, in bytes as they are unpacked.
    public var offset = 0
    /// Where the part ends that was about to be handed over; nothing between parts.
    public var intendedEnd: Int?
    /// When it was written, in milliseconds since 1970: of several of one name the latest is gone on with.
    public var written: Int64 = 0
    /// What its networks and countries were told from.
    public var origins: [String] = []
    /// What the reader holds.
    public var state: [UInt8] = []

    /// A checkpoint before the first byte.
    init(kind: ImportKind, contributor: String, dataset: String, stem: String, head: String, headBytes: Int) {
        self.kind = kind
        self.contributor = contributor
        self.dataset = dataset
        self.stem = stem
        self.head = head
        self.headBytes = headBytes
    }

    /// A name for a file that keeps it: of letters, digits and hyphens.
    public var fileName: String { "\(Digest.text(of: Array("\(kind.rawValue)\u{0}\(contributor)\u{0}\(dataset)".utf8))).import" }

    /// As bytes: a line of JSON, a digest, the state.
    public var bytes: [UInt8] {
        var text = JSONText()
        text.object { object in
            object.member("version", 1)
            object.member("kind", kind.rawValue)
            object.member("contributor", contributor)
            object.member("dataset", dataset)
            object.member("stem", stem)
            object.member("headBytes", headBytes)
            object.member("head", head)
            object.member("tail", tail)
            object.member("offset", offset)
            if let intendedEnd { object.member("intendedEnd", intendedEnd) }
            object.member("written", Int(written))
            object.member("origins", origins)
            object.member("state", Digest.text(of: state))
        }
        return text.bytes + [0x0A] + state
    }

    /// Reads what `bytes` wrote; nothing where it is damaged.
    public init?(_ bytes: [UInt8]) {
        guard let end = bytes.firstIndex(of: 0x0A), let value = try? JSONValue(Array(bytes[..<end]).span), value["version"]?.number == "1",
            let kind = value["kind"]?.text.flatMap(ImportKind.init), let contributor = value["contributor"]?.text,
            let dataset = value["dataset"]?.text, let stem = value["stem"]?.text, let head = value["head"]?.text,
            let headBytes = ImportCheckpoint.count(value["headBytes"]), let offset = ImportCheckpoint.count(value["offset"])
        else { return nil }
        self.init(kind: kind, contributor: contributor, dataset: dataset, stem: stem, head: head, headBytes: headBytes)
        self.offset = offset
        tail = value["tail"]?.text ?? ""
        intendedEnd = ImportCheckpoint.count(value["intendedEnd"])
        written = Int64(ImportCheckpoint.count(value["written"]) ?? 0)
        origins = value["origins"]?.elements?.compactMap(\.text) ?? []
        state = Array(bytes[(end + 1)...])
        guard value["state"]?.text == Digest.text(of: state), headBytes <= ImportLimits.headBytes else { return nil }
    }

    private static func count(_ value: JSONValue?) -> Int? {
        value?.number.flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
    }
}

/// Keeps checkpoints.
public protocol ImportCheckpoints: Sendable {
    /// All of them.
    func all() throws(ImportError) -> [ImportCheckpoint]
    /// Keeps one in the place of an older one of the same kind, contributor and dataset; durable when it returns.
    func save(_ checkpoint: ImportCheckpoint) throws(ImportError)
}

/// A digest of bytes to tell files apart by: 128 bits of SipHash under fixed keys. Proves nothing: whoever hands files in may hand in what they like.
enum Digest {
    static func text(of bytes: [UInt8]) -> String {
        var first = SipHash(0x6368_6166_6669_6E63, 1)
        var second = SipHash(0x6368_6166_6669_6E63, 2)
        for byte in bytes {
            first.add(byte)
            second.add(byte)
        }
        return hexadecimal(first.value) + hexadecimal(second.value)
    }

    private static func hexadecimal(_ word: UInt64) -> String {
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
