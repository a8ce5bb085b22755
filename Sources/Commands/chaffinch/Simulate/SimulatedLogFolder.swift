internal import Glibc
internal import JSON
internal import Messages
internal import Simulation

/// `chaffinch simulate --logs`: a folder with what servers of the country would have written, for trying importers.
struct SimulatedLogFolder {
    /// The folder; its parent has to be there.
    let path: String

    /// Writes the logs of all operators, the messages as JSON lines, and the networks' prefixes. A day is held in memory at a time.
    func write(_ profile: SimulationProfile, seed: UInt64, days: Range<Int>, messages: Int) throws {
        try make("")
        var files: [String: AppendedFile] = [:]
        var lines: [String: [UInt8]] = [:]
        try MessageDrawing(profile, seed: seed, days: days, messages: messages).draw { day in
            for message in day {
                var json = JSONText()
                json.object { SimulatedLogs.write(message, into: &$0) }
                lines["observations.jsonl", default: []] += json.bytes + [UInt8(ascii: "\n")]
                if message.channel == .email {
                    lines["\(message.operatorCode)/mail.log", default: []] += Array(SimulatedLogs.postfix(message).utf8)
                } else {
                    let name = "\(message.operatorCode)/\(message.channel).csv"
                    if files[name] == nil, lines[name] == nil { lines[name] = Array(SimulatedLogs.heading.utf8) }
                    lines[name, default: []] += Array(SimulatedLogs.csv(message).utf8)
                }
            }
            for (name, bytes) in lines {
                if files[name] == nil {
                    if let folder = name.split(separator: "/").dropLast().first { try make(String(folder)) }
                    files[name] = try AppendedFile(path + "/" + name)
                }
                try files[name]?.append(bytes)
            }
            lines = [:]
        }
        for file in files.values { file.end() }
        try WholeFile.write(Array(SimulatedLogs.mapping.utf8), to: path + "/mapping.yaml")
        try WholeFile.write(Array(SimulatedLogs.networks(of: SimulatedCountry(profile, seed: seed)).utf8), to: path + "/networks.csv")
    }

    private func make(_ folder: String) throws {
        let whole = folder.isEmpty ? path : path + "/" + folder
        if unsafe mkdir(whole, 0o755) != 0, errno != EEXIST { throw CommandFailure("--logs \(whole): \(FileBytes.reason())") }
    }
}

/// A file that is written from its beginning, piece by piece.
private struct AppendedFile {
    private let path: String
    private let descriptor: Int32

    init(_ path: String) throws {
        self.path = path
        descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw CommandFailure("\(path): \(FileBytes.reason())") }
    }

    func append(_ bytes: [UInt8]) throws {
        var written = 0
        while written < bytes.count {
            // The bytes live through the call and the count stays inside them.
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(descriptor, buffer.baseAddress.map { unsafe $0 + written }, buffer.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw CommandFailure("\(path): \(FileBytes.reason())") }
            written += count
        }
    }

    func end() { close(descriptor) }
}
