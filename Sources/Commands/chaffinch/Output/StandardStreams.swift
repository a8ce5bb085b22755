internal import Glibc

/// Standard output and standard error, written whole lines at a time. A reader that went away ends the program quietly.
enum StandardStreams {
    /// Writes a text and a line end to standard output.
    static func printLine(_ text: String) {
        write(text + "\n", to: STDOUT_FILENO)
    }

    /// Writes a text to standard error as it is.
    static func printError(_ text: String) {
        write(text, to: STDERR_FILENO)
    }

    /// Writes bytes to a descriptor until all are written.
    static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { buffer in
            var written = 0
            while written < buffer.count {
                // The buffer lives through the call and the count stays inside it.
                let count = unsafe Glibc.write(descriptor, buffer.baseAddress.map { unsafe $0 + written }, buffer.count - written)
                if count < 0 {
                    if errno == EINTR { continue }
                    if errno == EPIPE { exit(0) }
                    exit(2)
                }
                written += count
            }
        }
    }
}
