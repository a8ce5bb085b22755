internal import ArgumentParser
internal import Filter
internal import JSON
internal import Learning
internal import MIME
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
        /// The signatures of mails, with the records of `--dns`.
        case dkim
        /// Policies of return paths, with the records of `--dns`; the paths name files of requests, as `auth batch` takes them.
        case spf
    }

    @Argument(help: "The messages: files or folders.", completion: .file()) var paths: [String] = []
    @Option(name: .long, help: ArgumentHelp("A file with one path a line.", valueName: "file"), completion: .file()) var files: String?
    @Option(name: .long, help: ArgumentHelp("How often each message is judged.", valueName: "number")) var `repeat` = 3
    @Option(name: .long, help: ArgumentHelp("What to measure.", valueName: "stage")) var stage = Stage.verdict
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard !paths.isEmpty || files != nil else {
            throw ValidationError("nothing to measure; give paths, or --files with a list of them")
        }
        guard (1...100_000).contains(`repeat`) else { throw ValidationError("--repeat takes a number from 1 to 100000") }
    }

    func run() async throws {
        if stage == .dkim || stage == .spf { return try await Failing.awaited { try await runAuthentication() } }
        var prepared = try await Failing.awaited { try await Preparation(common: common) }
        let messages = try Failing.reported { try read(prepared) }
        try Failing.reported { try prepared.expect(messages: messages.count * `repeat`) }
        let scanner = Scanner(prepared.setup)
        var checksum = 0.0
        var progress = ProgressBar(total: messages.count * `repeat`)
        let clock = CPUClock()
        for _ in 0..<`repeat` {
            for message in messages {
                checksum += await cost(of: message, by: scanner, prepared)
                progress.advance(by: 1)
            }
        }
        let seconds = clock.seconds
        progress.clear()
        report(messages.count, bytes: messages.reduce(0) { $0 + $1.size }, seconds: seconds, checksum: checksum)
    }

    private func runAuthentication() async throws {
        let measure = try AuthenticationMeasure(try CheckDesk(common))
        let mails = stage == .dkim ? try named().map { try FileBytes.read($0) } : []
        let identities = stage == .spf ? try named().flatMap { try measure.identities(in: $0) } : []
        var checksum = 0.0
        // The first round reads the keys.
        for mail in mails { checksum += await measure.signatures(of: mail) }
        let clock = CPUClock()
        for _ in 0..<`repeat` {
            for mail in mails { checksum += await measure.signatures(of: mail) }
            for identity in identities { checksum += await measure.policy(for: identity) }
        }
        report(mails.count + identities.count, bytes: mails.reduce(0) { $0 + $1.count }, seconds: clock.seconds, checksum: checksum)
    }

    private func named() throws -> [String] {
        guard let files else { return paths }
        return paths + String(decoding: try FileBytes.read(files), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private func read(_ prepared: Preparation) throws -> [InputItem] {
        var items: [InputItem] = []
        for path in try named() {
            var reader = prepared.source.reader(of: try prepared.source.files(at: path).files)
            while let piece = reader.next() {
                switch piece {
                case .item(let item): items += try MeasureCommand.read(item)
                case .problem(let problem): throw CommandFailure("\(problem)")
                }
            }
        }
        return items
    }

    /// Files are read, and mailboxes cut, before the clock starts: what is measured is the filter, not the disk.
    private static func read(_ item: InputItem) throws -> [InputItem] {
        switch item.content {
        case .mail, .text: return [item]
        case .bytes(let bytes): return try messages(in: bytes, path: item.path)
        case .file(let file): return try messages(in: try FileBytes.read(file), path: file)
        }
    }

    private static func messages(in bytes: [UInt8], path: String) throws -> [InputItem] {
        if MailboxFile.isMailbox(bytes.span) {
            var mailbox = try MailboxReader(ByteWindow(bytes))
            var items: [InputItem] = []
            while !mailbox.isSingle, let (message, _) = try mailbox.next() {
                items.append(InputItem(path: path, content: .mail(message)))
            }
            if !items.isEmpty { return items }
        }
        let isMail = path.hasSuffix(".eml") || MessageShape.isMail(bytes, channel: nil)
        return [InputItem(path: path, content: isMail ? .mail(bytes) : .text(.init(text: bytes)))]
    }

    private func cost(of item: InputItem, by scanner: Scanner, _ prepared: Preparation) async -> Double {
        guard let message = try? prepared.making.messages(of: item).first?.message else { return 0 }
        switch stage {
        case .parse: return Double(message.parts.count)
        case .reading: return Double(scanner.words(of: message))
        case .content: return Double(scanner.contentLogOdds(of: message))
        case .verdict: return await scanner.verdict(on: message).probability
        // Measured apart: no scanner takes part.
        case .dkim, .spf: return 0
        }
    }

    private func report(_ count: Int, bytes: Int, seconds: Double, checksum: Double) {
        let rounds = Double(`repeat`)
        let rate = Double(count) * rounds / seconds
        let megabytes = Double(bytes) * rounds / seconds / 1e6
        if common.json {
            var json = JSONText()
            json.object { object in
                object.member("stage", stage.rawValue)
                object.member("messages", count)
                object.member("bytes", bytes)
                object.member("repeat", `repeat`)
                object.member("cpuSeconds", seconds, digits: 6)
                object.member("messagesPerCPUSecond", rate, digits: 1)
                object.member("megabytesPerSecond", megabytes, digits: 1)
                object.member("peakResidentMiB", CPUClock.peakMebibytes(), digits: 1)
                object.member("checksum", checksum, digits: 6)
            }
            StandardStreams.printLine(json.text)
        } else {
            StandardStreams.printLine(
                "\(stage.rawValue): \(JSONText.fixed(rate, digits: 0)) messages/s, \(JSONText.fixed(megabytes, digits: 0)) MB/s per core; \(count) messages, \(bytes) bytes, peak \(JSONText.fixed(CPUClock.peakMebibytes(), digits: 1)) MiB"
            )
        }
    }
}
