internal import Crypto
internal import JSON
internal import MatrixEvents

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Signs events of Matrix that may stand in a room: a policy server (Matrix 1.18, "Policy Servers"; MSC4284). Servers in rooms that name it show no event without
/// its signature.
public struct PolicyServer: Sendable {
    /// Why there can be none.
    public enum Problem: Error, Sendable, Hashable, CustomStringConvertible {
        /// The text is no key.
        case notAKey
        /// The version of rooms is unknown.
        case roomVersion(Int)

        /// What is wrong, and what is wanted.
        public var description: String {
            switch self {
            case .notAKey: "there is no key in it; it has one line, ed25519, a name without blanks, and 32 bytes in Base64"
            case .roomVersion(let number): "there are no rooms of version \(number)"
            }
        }
    }

    /// The name of the key, which is the same for all policy servers.
    static let keyName = "ed25519:policy_server"

    /// The name of the server that rooms name (`via`).
    public let serverName: String
    private let key: Curve25519.Signing.PrivateKey
    private let version: RoomVersion

    /// A policy server of a name, with a key as servers of Matrix keep it: `ed25519 NAME SEED`, the seed in Base64 without equals signs.
    ///
    /// - Parameter roomVersion: the version of rooms; it matters for events that say how a room is, and for no message.
    public init(named serverName: String, key text: String, roomVersion: Int) throws(Problem) {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count == 3, words[0] == "ed25519", let seed = PolicyServer.bytes(ofBase64: String(words[2])),
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed)
        else { throw .notAKey }
        guard let version = RoomVersion(roomVersion) else { throw .roomVersion(roomVersion) }
        self.serverName = serverName
        self.key = key
        self.version = version
    }

    /// The text of a new key.
    public static func newKey() -> String {
        "ed25519 policy_server " + base64(Array(Curve25519.Signing.PrivateKey().rawRepresentation)) + "\n"
    }

    /// The public key, as rooms and clients are told it.
    public var publicKey: String { PolicyServer.base64(Array(key.publicKey.rawRepresentation)) }

    /// Whether the hash that an event carries is that of its content: else what is judged and what is signed are two things.
    func hasOwnHash(_ event: MatrixEvent) -> Bool {
        guard let claimed = event.value["hashes"]?["sha256"]?.text.flatMap(PolicyServer.bytes(ofBase64:)), let bytes = try? event.hashed()
        else {
            return false
        }
        return claimed.elementsEqual(SHA256.hash(data: bytes))
    }

    /// Our signature of an event.
    func signature(of event: MatrixEvent) throws -> String {
        PolicyServer.base64(Array(try key.signature(for: try event.signed(in: version))))
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        let text = Data(bytes).base64EncodedString()
        return String(text.prefix { $0 != "=" })
    }

    private static func bytes(ofBase64 text: String) -> [UInt8]? {
        let padded = text.prefix { $0 != "=" } + String(repeating: "=", count: (4 - text.prefix { $0 != "=" }.count % 4) % 4)
        return Data(base64Encoded: String(padded)).map { Array($0) }
    }
}
