internal import Glibc

/// Reads files of keys and passwords, and warns where others than their owner may.
enum SecretFile {
    /// The bytes of the file at a path; one that anybody may read or write is not read, nor one that its group may write. A group may read it: so a service does
    /// that owns none of its files, and to a mask of access lists (as of credentials of systemd) the bits of the group say nothing else.
    static func readPrivate(_ path: String, limit: Int = 1 << 16) throws(FileBytes.Failure) -> [UInt8] {
        try FileBytes.read(path, limit: limit, refusing: 0o027)
    }

    /// The bytes of the file at a path. A file that others may read is read nevertheless, and standard error says so.
    static func read(_ path: String, limit: Int = 1 << 16) throws(FileBytes.Failure) -> [UInt8] {
        let bytes = try FileBytes.read(path, limit: limit)
        if isShared(path) {
            StandardStreams.report("\(path): others than its owner may read this key; take that from them (chmod 600)")
        }
        return bytes
    }

    private static func isShared(_ path: String) -> Bool {
        var status = stat()
        // stat fills the struct it is given, which lives through the call.
        return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_mode & 0o077 != 0
    }
}
