internal import Glibc

/// Writes files so that a reader finds the old one or the new one whole, never half of it.
enum WholeFile {
    /// Writes bytes to a path: into a neighbour first, made durable, then put in its place.
    static func write(_ bytes: [UInt8], to path: String) throws(FileBytes.Failure) {
        let neighbour = path + ".\(getpid()).new"
        var failure = made(neighbour, of: bytes, permissions: 0o644)
        if failure == nil, unsafe rename(neighbour, path) != 0 {
            failure = FileBytes.reason()
            unsafe unlink(neighbour)
        }
        if let failure { throw FileBytes.Failure(path: path, reason: failure) }
    }

    /// Writes a secret to a path where nothing is yet; nobody but its owner may read it.
    static func writeSecret(_ bytes: [UInt8], to path: String) throws(FileBytes.Failure) {
        if let failure = made(path, of: bytes, permissions: 0o600) { throw FileBytes.Failure(path: path, reason: failure) }
    }

    /// Makes a file where there is none; gives why it could not, and leaves none then.
    private static func made(_ path: String, of bytes: [UInt8], permissions: mode_t) -> String? {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, permissions)
        guard descriptor >= 0 else { return FileBytes.reason() }
        var failure: String?
        unsafe bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                // The buffer lives through the call and the count stays inside it.
                let count = unsafe Glibc.write(descriptor, buffer.baseAddress.map { unsafe $0 + written }, buffer.count - written)
                if count < 0 {
                    if errno == EINTR { continue }
                    failure = FileBytes.reason()
                    return
                }
                written += count
            }
        }
        if failure == nil, fsync(descriptor) != 0 { failure = FileBytes.reason() }
        close(descriptor)
        if failure != nil { unsafe unlink(path) }
        return failure
    }
}
