import Foundation
import PostGateway
import TestSupport

extension TemporaryFolder {
    /// A certificate of localhost that vouches for itself, and its key; nothing, said aloud, where openssl is not there.
    func certificates() async throws -> HTTPServer.Certificates? {
        let files = HTTPServer.Certificates(chain: path + "/chain.pem", key: path + "/key.pem")
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl") else {
            print("SKIPPED: openssl is not there (Scripts/install-dependencies); its cases did not run.")
            return nil
        }
        _ = try await Program.output(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
                "/CN=localhost",
                "-addext", "subjectAltName=DNS:localhost", "-keyout", files.key, "-out", files.chain,
            ])
        return files
    }
}
