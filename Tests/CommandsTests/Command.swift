import Foundation
import TestSupport
import Testing

/// The program itself, run as a process.
struct Command {
    var status: Int32
    var output: String
    var errors: String

    /// The built program, beside the bundle of tests; nothing, said aloud, when it is not there.
    fileprivate static let program: String? = {
        let bundles = CommandLine.arguments + [Bundle.main.bundlePath] + Bundle.allBundles.map(\.bundlePath)
        for path in bundles {
            var folder = URL(filePath: path)
            for _ in 0..<4 {
                folder.deleteLastPathComponent()
                let program = folder.appending(path: "chaffinch").path()
                if FileManager.default.isExecutableFile(atPath: program), !isFolder(program) { return program }
            }
        }
        print("SKIPPED: the program chaffinch is not beside the tests; its cases did not run.")
        return nil
    }()

    private static func isFolder(_ path: String) -> Bool {
        (try? URL(filePath: path).resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
    }

    /// Where the built program lies.
    static var path: String? { program }

    /// Whether there is a program to run.
    static var isThere: Bool { program != nil }

    /// Runs the program with these arguments, in the folder of examples, with no settings but those given.
    init(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws {
        try self.init(try #require(Command.program), arguments, input: input, environment: environment)
    }

    /// The same, with the arguments in a list.
    init(_ arguments: [String], environment: [String: String] = [:]) throws {
        try self.init(try #require(Command.program), arguments, environment: environment)
    }

    /// Runs a script of bash in which `$CHAFFINCH` is the program and `$1` the argument.
    init(script: String, _ argument: String = "") throws {
        try self.init("/bin/bash", ["-c", script, "bash", argument], environment: ["CHAFFINCH": try #require(Command.program)])
    }

    private init(_ program: String, _ arguments: [String], input: String = "", environment: [String: String]) throws {
        let process = Command.process(program, arguments, environment)
        let pipes = (Pipe(), Pipe(), Pipe())
        (process.standardInput, process.standardOutput, process.standardError) = pipes
        try process.run()
        try pipes.0.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try pipes.0.fileHandleForWriting.close()
        // Errors are a few lines, which the pipe holds; output is read to its end first.
        output = String(decoding: pipes.1.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        errors = String(decoding: pipes.2.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        status = process.terminationStatus
    }

    fileprivate static func process(_ program: String, _ arguments: [String], _ environment: [String: String] = [:]) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: Examples.folder)
        process.environment = ["LANG": "C", "PATH": "/usr/bin:/bin"].merging(environment) { $1 }
        return process
    }

    /// The output's lines as JSON objects.
    var objects: [[String: Any]] {
        get throws {
            try output.split(separator: "\n").map { line in
                try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            }
        }
    }
}

/// The program as a co-process: it runs while lines are written to it and read from it.
final class RunningCommand {
    private let process: Process
    private let pipes = (input: Pipe(), output: Pipe(), errors: Pipe())
    private var unread = (output: Data(), errors: Data())

    /// Starts the program with these arguments.
    init(_ arguments: String...) throws {
        process = Command.process(try #require(Command.program), arguments)
        (process.standardInput, process.standardOutput, process.standardError) = pipes
        try process.run()
    }

    /// Writes a text to its standard input.
    func write(_ text: String) throws {
        try pipes.input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    }

    /// The next line of its standard output, as soon as it is there; nothing at the end.
    func line() throws -> String? { try line(of: pipes.output, &unread.output) }

    /// The next line of its standard error.
    func errorLine() throws -> String? { try line(of: pipes.errors, &unread.errors) }

    /// Nothing came within a minute, far more than a line takes on a busy machine.
    struct Silence: Error {}

    private func line(of pipe: Pipe, _ unread: inout Data) throws -> String? {
        while true {
            if let end = unread.firstIndex(of: 0x0A) {
                defer { unread = Data(unread[(end + 1)...]) }
                return String(decoding: unread[..<end], as: UTF8.self)
            }
            // A read that blocks would hold a thread of Swift's pool for ever if nothing came.
            var descriptor = pollfd(fd: pipe.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
            guard unsafe poll(&descriptor, 1, 60_000) != 0 else {
                process.terminate()
                throw Silence()
            }
            let more = pipe.fileHandleForReading.availableData
            if more.isEmpty { return nil }
            unread += more
        }
    }

    /// The next line as a JSON object.
    func object() throws -> [String: Any] {
        let line = try #require(try line())
        return try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }

    /// Closes its standard input; gives its status and what it said on standard error and nobody read.
    func end() throws -> (status: Int32, errors: String) {
        try pipes.input.fileHandleForWriting.close()
        let errors = String(decoding: unread.errors + pipes.errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, errors)
    }

    deinit {
        if process.isRunning { process.terminate() }
    }
}

/// A folder that is there as long as a test needs it.
final class TestFolder {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "chaffinch-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path()
    }

    func write(_ text: String, to name: String) throws -> String {
        let file = path + "/" + name
        try Data(text.utf8).write(to: URL(filePath: file))
        return file
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
