/// What the record of a key says (RFC 6376 section 3.6.1, RFC 8463 section 4).
public struct DKIMKeyRecord: Sendable {
    /// The type of a key.
    public enum KeyType: String, Sendable, Hashable {
        /// RSA; what holds where nothing is said.
        case rsa
        /// Ed25519.
        case ed25519
    }

    /// Where something is wrong in a record, or what keeps its key from being used.
    public enum Defect: Error, Sendable, Hashable {
        /// It cannot be read.
        case syntax(DKIMSyntaxError)
        /// The key was taken back: `p=` is empty.
        case revoked
        /// An RSA key of a size that is not verified with (RFC 8301 section 3.2).
        case keySize(bits: Int)
    }

    /// One object for all that was read: a record is handed on often, and each array in it would be counted each time.
    private let tags: Tags

    /// The tags as they were written.
    public var list: TagList { tags.list }
    /// The type: `k=`.
    public var type: KeyType { tags.type }
    /// The hashes it may be used with, where not all: `h=`.
    public var hashes: [String]? { tags.hashes }
    /// The services it is for: `s=`, `*` where nothing is said.
    public var services: [String] { tags.services }
    /// Whether the domain only tries out DKIM: `t=y`.
    public var isTesting: Bool { tags.isTesting }
    /// Whether identities may not be of subdomains: `t=s`.
    public var forbidsSubdomains: Bool { tags.forbidsSubdomains }
    /// Words for people who look after keys: `n=`.
    public var notes: String? { tags.notes }
    /// How many bits the key has.
    public var bits: Int { key.bits }

    var key: DKIMPublicKey { tags.key }

    /// Reads a record.
    public init(_ record: [UInt8]) throws(Defect) {
        tags = try Tags(record)
    }

    /// Why a signature of this algorithm may not be checked with the key; nothing where it may.
    func objection(to algorithm: DKIMAlgorithm) -> DKIMProblem? {
        guard tags.isForMail else { return .keyForOtherService }
        guard type == algorithm.keyType else { return .keyOfOtherType }
        if let hashes, !hashes.contains(algorithm.hashName) { return .keyForbidsHash }
        return nil
    }
}

extension DKIMKeyRecord {
    /// What the tags say.
    private final class Tags: Sendable {
        let list: TagList
        let type: KeyType
        let hashes: [String]?
        let services: [String]
        let isForMail: Bool
        let isTesting: Bool
        let forbidsSubdomains: Bool
        let notes: String?
        let key: DKIMPublicKey

        init(_ record: [UInt8]) throws(Defect) {
            let list: TagList
            do {
                list = try TagList(record)
            } catch {
                throw .syntax(DKIMSyntaxError(kind: .list(error.kind), tag: nil, offset: error.offset))
            }
            func text(_ range: Range<Int>) -> String { String(decoding: list.bytes[range], as: UTF8.self) }
            func wrong(_ kind: DKIMSyntaxError.Kind, _ name: StaticString, at offset: Int? = nil) -> Defect {
                .syntax(
                    DKIMSyntaxError(kind: kind, tag: name.description, offset: offset ?? list.tag(name)?.value.lowerBound ?? record.count))
            }
            if let version = list.tag("v") {
                guard text(version.value) == "DKIM1" else { throw wrong(.unknownVersion, "v") }
                // It must be the first tag where it is there.
                guard version == list.tags.first else { throw wrong(.unknownVersion, "v", at: version.name.lowerBound) }
            }
            guard let type = KeyType(rawValue: list.text("k") ?? "rsa") else { throw wrong(.unsupported, "k") }
            guard let value = list.tag("p")?.value else { throw wrong(.missingTag, "p") }
            guard !value.isEmpty else { throw .revoked }
            self.list = list
            self.type = type
            hashes = list.tag("h").map { list.words($0.value).map(text) }
            let services = list.tag("s").map { list.words($0.value).map(text) } ?? ["*"]
            self.services = services
            isForMail = services.contains("*") || services.contains("email")
            let flags = list.tag("t").map { list.words($0.value).map(text) } ?? []
            isTesting = flags.contains("y")
            forbidsSubdomains = flags.contains("s")
            notes = list.text("n")
            switch Base64.decode(list.bytes[value]) {
            case .failure(let misplaced): throw wrong(.notBase64, "p", at: misplaced.offset)
            case .success(let bytes):
                do {
                    key = try type == .rsa ? DKIMPublicKey(rsa: bytes) : DKIMPublicKey(ed25519: bytes)
                } catch {
                    switch error {
                    case .notAKey: throw wrong(.notAKey, "p")
                    case .size(let bits): throw .keySize(bits: bits)
                    }
                }
            }
        }
    }
}
