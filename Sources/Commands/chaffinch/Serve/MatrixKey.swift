internal import Glibc
internal import PostGateway
internal import Settings

/// The key by which events of Matrix are signed.
enum MatrixKey {
    /// The policy server that the settings want; nothing where they want none. Makes the file of the key where there is none.
    static func policyServer(_ settings: Settings) throws -> PolicyServer? {
        let (name, path) = (settings[.matrixServerName], settings[.matrixPolicyKey])
        guard !name.isEmpty || !path.isEmpty else { return nil }
        guard !name.isEmpty, !path.isEmpty else {
            throw CommandFailure("matrix.server-name and matrix.policy-key are needed together; without either, no event is signed")
        }
        if unsafe access(path, F_OK) != 0 { try WholeFile.writeSecret(Array(PolicyServer.newKey().utf8), to: path) }
        let text = String(decoding: try SecretFile.read(path), as: UTF8.self)
        do {
            return try PolicyServer(named: name, key: text, roomVersion: settings[.matrixRoomVersion])
        } catch {
            throw CommandFailure("\(path): \(error)")
        }
    }
}
