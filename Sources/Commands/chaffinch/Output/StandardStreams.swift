internal import Glibc
internal import JSON

/// Standard output and standard error, written whole lines at a time. A reader that went away ends the program quietly, with status 2.
enum StandardStreams {
    /// Writes a text and a line end to standard output.
    static func printLine(_ text: String) {
        write(text + "\n", to: STDOUT_FILENO)
    }

    /// Writes a JSON object as one line to standard output; the body writes its members.
    static func printObject(_ body: (inout JSONText) -> Void) {
        var json = JSONText()
        json.object(body)
        printLine(json.text)
    }

    /// Writes a text to standard error as it is.
    static func printError(_ text: String) {
        write(text, to: STDERR_FILENO)
    }

    /// Says what is wrong, as one line of standard error; names of files and messages in it cannot move the cursor.
    static func report(_ problem: String) {
        let lines = problem.split(separator: "\n", omittingEmptySubsequences: false).map { Terminal.safe(String($0)) }
        printError("chaffinch: " + lines.joined(separator: "\n") + "\n")
    }

    /// Writes a text to a descriptor until all is written.
    static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { buffer in unsafe write(UnsafeRawBufferPointer(buffer), to: descriptor) }
    }

    /// Writes bytes to standard output, as they are.
    static func printBytes(_ bytes: [UInt8]) {
        unsafe bytes.withUnsafeBytes { buffer in unsafe write(buffer, to: STDOUT_FILENO) }
    }

    private static func write(_ buffer: UnsafeRawBufferPointer, to descriptor: Int32) {
        var written = 0
        while written < buffer.count {
            // The buffer lives through the call and the count stays inside it.
            let count = unsafe Glibc.write(descriptor, buffer.baseAddress.map { unsafe $0 + written }, buffer.count - written)
            if count < 0 {
                if errno == EINTR { continue }
                // A reader that went away has seen enough; anything else it has to be told.
                if errno != EPIPE, descriptor != STDERR_FILENO { report("standard output: \(FileBytes.reason())") }
                exit(2)
            }
            written += count
        }
    }
}
