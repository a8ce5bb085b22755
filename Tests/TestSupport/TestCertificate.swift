internal import Foundation

/// A certificate and its key, in files (PEM).
public struct TestCertificate: Sendable {
    /// The file of the certificate, which vouches for itself.
    public let chain: String
    /// The file of its key.
    public let key: String
}

extension TemporaryFolder {
    /// A certificate of localhost, unless other names are given as OpenSSL writes them, that vouches for itself; nothing, said aloud, where openssl is not
    /// there.
    public func certificate(of names: String = "DNS:localhost", called name: String = "chain") async throws -> TestCertificate? {
        let files = TestCertificate(chain: path + "/\(name).pem", key: path + "/\(name)-key.pem")
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl") else {
            print("SKIPPED: openssl is not there (Scripts/install-dependencies); its cases did not run.")
            return nil
        }
        _ = try await Program.output(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
                "/CN=localhost", "-addext", "subjectAltName=\(names)", "-keyout", files.key, "-out", files.chain,
            ])
        return files
    }
}
