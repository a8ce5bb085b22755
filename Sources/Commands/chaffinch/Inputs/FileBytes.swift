internal import Glibc

/// Reads whole files, saying in a person's words what went wrong when one cannot be read.
enum FileBytes {
    /// Why a file could not be read.
    struct Failure: Error, CustomStringConvertible {
        let path: String
        let reason: String

        var description: String { "\(path): \(reason)" }
    }

    /// The bytes of the file at a path; not of one that has any of the refused bits of permission.
    static func read(_ path: String, limit: Int = 1 << 30, refusing bits: mode_t = 0) throws(Failure) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure(path: path, reason: reason()) }
        defer { close(descriptor) }
        return try read(descriptor: descriptor, path: path, limit: limit, refusing: bits)
    }

    /// Makes sure that there is a file at a path which may be read, without reading it.
    static func check(_ path: String) throws(Failure) {
        guard unsafe access(path, R_OK) == 0 else { throw Failure(path: path, reason: reason()) }
        var status = stat()
        // stat fills the struct it is given, which lives through the call.
        guard unsafe stat(path, &status) == 0 else { throw Failure(path: path, reason: reason()) }
        if status.st_mode & S_IFMT == S_IFDIR { throw Failure(path: path, reason: "is a folder, not a message") }
    }

    /// Everything standard input gives.
    static func readStandardInput(limit: Int = 1 << 30) throws(Failure) -> [UInt8] {
        try read(descriptor: STDIN_FILENO, path: "-", limit: limit)
    }

    private static func read(descriptor: Int32, path: String, limit: Int, refusing bits: mode_t = 0) throws(Failure) -> [UInt8] {
        var status = stat()
        // fstat fills the struct it is given, which lives through the call.
        guard unsafe fstat(descriptor, &status) == 0 else { throw Failure(path: path, reason: reason()) }
        if status.st_mode & S_IFMT == S_IFDIR { throw Failure(path: path, reason: "is a folder, not a message") }
        guard status.st_mode & S_IFMT != S_IFREG || status.st_mode & bits == 0 else {
            throw Failure(path: path, reason: "others than its owner may use it; take that from them (chmod o=,g-w)")
        }
        // A file says how large it is; what comes through a pipe shows.
        let isTooLarge = status.st_mode & S_IFMT == S_IFREG && Int(status.st_size) > limit
        guard !isTooLarge else { throw tooLarge(path, limit: limit) }
        var bytes: [UInt8] = []
        var capacity = max(4096, min(Int(status.st_size) + 1, limit + 1))
        while true {
            var failure: Failure?
            let before = bytes.count
            let grown = unsafe [UInt8](unsafeUninitializedCapacity: before + capacity) { buffer, count in
                // The old bytes are copied in first; read writes at most `capacity` more, which is the room behind them.
                _ = unsafe UnsafeMutableBufferPointer(rebasing: buffer[..<before]).update(fromContentsOf: bytes)
                count = before
                while count < before + capacity {
                    let got = unsafe Glibc.read(descriptor, buffer.baseAddress.map { unsafe $0 + count }, before + capacity - count)
                    if got < 0 {
                        if errno == EINTR { continue }
                        failure = Failure(path: path, reason: reason())
                        return
                    }
                    if got == 0 { return }
                    count += got
                }
            }
            if let failure { throw failure }
            bytes = grown
            if bytes.count > limit { throw tooLarge(path, limit: limit) }
            if bytes.count < before + capacity { return bytes }
            capacity = min(max(bytes.count, 1 << 16), limit + 1 - bytes.count)
        }
    }

    private static func tooLarge(_ path: String, limit: Int) -> Failure {
        Failure(path: path, reason: "is larger than \(limit >> 20) MiB; give a smaller file")
    }

    /// The last failure of the system, in words with what to do.
    static func reason() -> String {
        switch errno {
        case ENOENT: "there is no such file or folder; check the path"
        case EACCES, EPERM: "may not be read by this user; check its permissions"
        case EEXIST: "is there already; move it away or choose another name"
        case ENOSPC: "the disk is full; free some space and try again"
        case EROFS: "lies on a disk that is read-only; choose another folder"
        case EMFILE, ENFILE: "too many files are open; raise the limit (ulimit -n)"
        case EIO: "the disk cannot be read here"
        default: "system error \(errno)"
        }
    }
}
