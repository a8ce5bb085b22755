internal import Glibc

/// A file that is read from its beginning to its end, and closed when nobody holds it any longer.
final class OpenFile: Sendable {
    /// Where it is; `-` is standard input.
    let path: String
    /// Whether its end may be long in coming: of a pipe, a terminal, a socket.
    let canPause: Bool
    private let descriptor: Int32

    /// Opens a file for reading.
    init(_ path: String) throws(FileBytes.Failure) {
        self.path = path
        // The path's bytes live for the call.
        descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileBytes.Failure(path: path, reason: FileBytes.reason()) }
        var status = stat()
        // fstat fills the struct it is given, which lives through the call.
        canPause = unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
    }

    /// Whether there is something to read, or the end, within so many milliseconds.
    func hasMore(within milliseconds: Int32) -> Bool {
        guard canPause else { return true }
        var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        // poll fills the one struct it is given, which lives through the call; when it fails, reading says why.
        return unsafe poll(&wait, 1, milliseconds) != 0
    }

    deinit {
        if descriptor != STDIN_FILENO { close(descriptor) }
    }

    /// Appends the next bytes, at most `count`; gives how many came, none at the end.
    func read(_ count: Int, to bytes: inout [UInt8]) throws(FileBytes.Failure) -> Int {
        var failure: FileBytes.Failure?
        let chunk = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            // read writes at most the buffer's `count` bytes, and says how many.
            while true {
                let got = unsafe Glibc.read(descriptor, buffer.baseAddress, count)
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = FileBytes.Failure(path: path, reason: FileBytes.reason()) }
                filled = max(0, got)
                return
            }
        }
        if let failure { throw failure }
        bytes += chunk
        return chunk.count
    }
}
