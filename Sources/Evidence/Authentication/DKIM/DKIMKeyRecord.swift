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

    /// The tags as they were written.
    public let list: TagList
    /// The type: `k=`.
    public let type: KeyType
    /// The hashes it may be used with, where not all: `h=`.
    public let hashes: [String]?
    /// The services it is for: `s=`, `*` where nothing is said.
    public let services: [String]
    /// Whether the domain only tries out DKIM: `t=y`.
    public let isTesting: Bool
    /// Whether identities may not be of subdomains: `t=s`.
    public let forbidsSubdomains: Bool
    /// Words for people who look after keys: `n=`.
    public let notes: String?
    /// How many bits the key has.
    public var bits: Int { key.bits }

    let key: DKIMPublicKey

    /// Reads a record.
    public init(_ record: [UInt8]) throws(Defect) {
        let list: TagList
        do {
            list = try TagList(record)
        } catch {
            throw .syntax(DKIMSyntaxError(kind: .list(error.kind), tag: nil, offset: error.offset))
        }
        func text(_ range: Range<Int>) -> String { String(decoding: list.bytes[range], as: UTF8.self) }
        func wrong(_ kind: DKIMSyntaxError.Kind, _ name: String, at offset: Int? = nil) -> Defect {
            .syntax(DKIMSyntaxError(kind: kind, tag: name, offset: offset ?? list.tag(name)?.value.lowerBound ?? record.count))
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
        services = list.tag("s").map { list.words($0.value).map(text) } ?? ["*"]
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

    /// Why a signature of this algorithm may not be checked with the key; nothing where it may.
    func objection(to algorithm: DKIMAlgorithm) -> DKIMProblem? {
        guard services.contains("*") || services.contains("email") else { return .keyForOtherService }
        guard type.rawValue == algorithm.keyType else { return .keyOfOtherType }
        if let hashes, !hashes.contains(algorithm.hashName) { return .keyForbidsHash }
        return nil
    }
}
