import PostGateway
import TestSupport

extension TemporaryFolder {
    /// A certificate of localhost that vouches for itself, and its key; nothing, said aloud, where openssl is not there.
    func certificates() async throws -> HTTPServer.Certificates? {
        try await certificate().map { HTTPServer.Certificates(chain: $0.chain, key: $0.key) }
    }
}
