internal import Crypto
internal import JSON
public import Messages
public import Storing

/// A token that was given to somebody. What it is itself is not kept, only its hash.
public struct Token: Sendable, Hashable {
    /// What its record is called.
    var record: String
    /// The name of whoever has it; what they teach is kept under it.
    public var name: String
    /// What it allows.
    public var scopes: Set<Scope>
    /// The one recipient whose held mail it shows; nothing for everybody's.
    public var recipient: String?
    /// When it was made.
    public var created: Timestamp
    /// Its SHA-256.
    var hash: [UInt8]

    /// The hash by which a token is known.
    static func hash(of token: String) -> [UInt8] { Array(SHA256.hash(data: Array(token.utf8))) }

    /// What every token begins with, so that one that was left lying about is known for what it is.
    private static let prefix = "chf"
    /// 160 bits that nobody can guess: no slow hash is needed to keep them.
    private static let randomBytes = 20

    /// A new token. It can stand in the name of a host, as clients of Akismet have it: small letters and digits, fewer than 64.
    static func random() -> String {
        var random = SystemRandomNumberGenerator()
        return prefix + (0..<randomBytes).map { _ in UInt8.random(in: .min ... .max, using: &random).hexadecimal }.joined()
    }
}

/// The tokens that were made and not revoked, kept in a log of records: what was done stays known.
public struct TokenRegister: Sendable {
    private static let made = "token"
    private static let revoked = "token-revoked"

    private let log: any RecordLog

    /// The register in a log.
    public init(_ log: any RecordLog) {
        self.log = log
    }

    /// Makes a token and gives it: it is shown once and can never be read again. Nothing where somebody of this name has one.
    /// One for a recipient shows what is held for them alone.
    public func create(
        _ name: String, scopes: Set<Scope>, for recipient: String? = nil, at time: Timestamp
    ) async throws(StoreError) -> String? {
        guard try await tokens().allSatisfy({ $0.name != name }) else { return nil }
        let token = Token.random()
        var json = JSONText()
        json.object { object in
            object.member("name", name)
            object.member("scopes", scopes.map(\.rawValue).sorted())
            if let recipient { object.member("recipient", recipient) }
            object.member("sha256", Token.hash(of: token).map(\.hexadecimal).joined())
        }
        let id = String(Token.random().dropFirst(3).prefix(16))
        try await log.append([Record(id: id, kind: TokenRegister.made, time: time, body: Array(json.text.utf8))])
        return token
    }

    /// Revokes the token of a name; whether there was one.
    public func revoke(_ name: String, at time: Timestamp) async throws(StoreError) -> Bool {
        guard let token = try await tokens().first(where: { $0.name == name }) else { return false }
        try await log.append([Record(id: token.record, kind: TokenRegister.revoked, time: time, body: [])])
        return true
    }

    /// The tokens that are good, by their names.
    public func tokens() async throws(StoreError) -> [Token] {
        var revoked: Set<String> = []
        try await log.forEach(of: TokenRegister.revoked) { revoked.insert($0.id) }
        var tokens: [Token] = []
        try await log.forEach(of: TokenRegister.made) { record in
            if !revoked.contains(record.id), let token = TokenRegister.token(record) { tokens.append(token) }
        }
        return tokens.sorted { $0.name < $1.name }
    }

    /// Says by a number that grows whether anything has changed, for less than reading all.
    func changes() async throws(StoreError) -> Int {
        let made = try await log.count(of: TokenRegister.made)
        return try await log.count(of: TokenRegister.revoked) + made
    }

    /// The token of a record; nothing where it cannot be read, and then it lets nobody in.
    private static func token(_ record: Record) -> Token? {
        guard let json = json(record.body), let name = json["name"]?.text, let hash = json["sha256"]?.text.flatMap(bytes),
            hash.count == SHA256.byteCount, let words = json["scopes"]?.elements
        else { return nil }
        return Token(
            record: record.id, name: name, scopes: Set(words.compactMap { $0.text.flatMap(Scope.init(rawValue:)) }),
            recipient: json["recipient"]?.text, created: record.time, hash: hash)
    }

    private static func json(_ bytes: [UInt8]) -> JSONValue? { try? JSONValue(bytes.span) }

    private static func bytes(_ hexadecimal: String) -> [UInt8]? {
        let digits = Array(hexadecimal.utf8)
        guard digits.count % 2 == 0 else { return nil }
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
        }
        return bytes.count == digits.count / 2 ? bytes : nil
    }
}

extension UInt8 {
    /// Two hexadecimal digits.
    fileprivate var hexadecimal: String { (self < 16 ? "0" : "") + String(self, radix: 16) }
}
