internal import Glibc

/// Writes files so that a reader finds the old one or the new one whole, never half of it.
enum WholeFile {
    /// Writes bytes to a path: into a neighbour first, made durable, then put in its place.
    static func write(_ bytes: [UInt8], to path: String) throws(FileBytes.Failure) {
        let neighbour = path + ".\(getpid()).new"
        let descriptor = unsafe open(neighbour, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileBytes.Failure(path: path, reason: FileBytes.reason()) }
        var failure: FileBytes.Failure?
        unsafe bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                // The buffer lives through the call and the count stays inside it.
                let count = unsafe Glibc.write(descriptor, buffer.baseAddress.map { unsafe $0 + written }, buffer.count - written)
                if count < 0 {
                    if errno == EINTR { continue }
                    failure = FileBytes.Failure(path: path, reason: FileBytes.reason())
                    return
                }
                written += count
            }
        }
        if failure == nil, fsync(descriptor) != 0 { failure = FileBytes.Failure(path: path, reason: FileBytes.reason()) }
        close(descriptor)
        if failure == nil, unsafe rename(neighbour, path) != 0 { failure = FileBytes.Failure(path: path, reason: FileBytes.reason()) }
        if let failure {
            unsafe unlink(neighbour)
            throw failure
        }
    }
}
