internal import ArgumentParser
internal import Filter
internal import Glibc
internal import Learning
internal import Messages
internal import TextMessages

/// `chaffinch measure`: how many messages this machine judges in a second.
struct MeasureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure", abstract: HelpSentences.summary("measure"))

    /// What is measured.
    enum Stage: String, ExpressibleByArgument, CaseIterable {
        /// Everything a verdict needs.
        case verdict
        /// Parsing, decoding, text, features and score; no checks.
        case content
        /// Parsing alone.
        case parse
        /// Parsing, decoding and text; no features.
        case reading
    }

    @Argument(help: "The messages.") var paths: [String] = []
    @Option(name: .long, help: "A file with one path a line.") var files: String?
    @Option(name: .long, help: "How often each message is judged.") var `repeat` = 3
    @Option(name: .long, help: "What to measure: verdict, content, reading or parse.") var stage = Stage.verdict
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard (1...100_000).contains(`repeat`) else { throw ValidationError("--repeat takes a number from 1 to 100000") }
    }

    func run() async throws {
        var prepared = try await Failing.awaited { try await Preparation(common: common) }
        let messages = try Failing.reported { try read(prepared) }
        try Failing.reported { try prepared.expect(messages: messages.count * max(1, `repeat`)) }
        let scanner = Scanner(prepared.setup)
        var checksum = 0.0
        let start = MeasureCommand.processSeconds()
        for _ in 0..<max(1, `repeat`) {
            for message in messages { checksum += await cost(of: message, by: scanner, prepared) }
        }
        let seconds = MeasureCommand.processSeconds() - start
        report(messages, seconds: seconds, checksum: checksum)
    }

    private func read(_ prepared: Preparation) throws -> [InputItem] {
        var all = paths
        if let files { all += String(decoding: try FileBytes.read(files), as: UTF8.self).split(separator: "\n").map(String.init) }
        var items: [InputItem] = []
        for path in all {
            for item in try prepared.source.items(at: path).items {
                // Files are read before the clock starts: what is measured is the filter, not the disk.
                guard case .file(let file) = item.content else {
                    items.append(item)
                    continue
                }
                let bytes = try FileBytes.read(file)
                let isMail = file.hasSuffix(".eml") || MessageShape.isMail(bytes, channel: nil)
                items.append(InputItem(path: file, content: isMail ? .mail(bytes) : .text(.init(text: bytes))))
            }
        }
        return items
    }

    private func cost(of item: InputItem, by scanner: Scanner, _ prepared: Preparation) async -> Double {
        guard let message = try? prepared.making.messages(of: item).first?.message else { return 0 }
        switch stage {
        case .parse: return Double(message.parts.count)
        case .reading: return Double(scanner.words(of: message))
        case .content: return Double(scanner.contentLogOdds(of: message))
        case .verdict: return await scanner.verdict(on: message).probability
        }
    }

    private func report(_ items: [InputItem], seconds: Double, checksum: Double) {
        let rounds = Double(max(1, `repeat`))
        let bytes = items.reduce(0) { $0 + $1.size }
        let rate = Double(items.count) * rounds / seconds
        let megabytes = Double(bytes) * rounds / seconds / 1e6
        if common.json {
            var json = JSONText()
            json.object { object in
                object.member("stage", stage.rawValue)
                object.member("messages", items.count)
                object.member("bytes", bytes)
                object.member("repeat", `repeat`)
                object.member("cpuSeconds", seconds, digits: 6)
                object.member("messagesPerCPUSecond", rate, digits: 1)
                object.member("megabytesPerSecond", megabytes, digits: 1)
                object.member("peakResidentMiB", MeasureCommand.peakMebibytes(), digits: 1)
                object.member("checksum", checksum, digits: 6)
            }
            StandardStreams.printLine(json.text)
        } else {
            StandardStreams.printLine(
                "\(stage.rawValue): \(JSONText.fixed(rate, digits: 0)) messages/s, \(JSONText.fixed(megabytes, digits: 0)) MB/s per core; \(items.count) messages, \(bytes) bytes, peak \(JSONText.fixed(MeasureCommand.peakMebibytes(), digits: 1)) MiB"
            )
        }
    }

    private static func processSeconds() -> Double {
        var now = timespec()
        // clock_gettime fills the struct it is given, which lives through the call.
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9
    }

    private static func peakMebibytes() -> Double {
        var usage = rusage()
        // getrusage fills the struct it is given, which lives through the call.
        unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Double(usage.ru_maxrss) / 1024
    }
}
