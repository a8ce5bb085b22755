import Foundation
import MIME
import Messages
import TestSupport
import Testing

@testable import chaffinch

@Suite(.timeLimit(.minutes(10))) struct InputTests {
    private static let separator = "From bird@nest.example Sat Nov 21 02:00:00 2026\n"

    private func mailbox(_ messages: Int, bodyLines: Int) -> String {
        (0..<messages).map { number in
            Self.separator + "Subject: \(number)\nFrom: a@nest.example\n\n"
                + String(repeating: "oats and rye\n>From the barn\n", count: bodyLines)
                + "\n"
        }.joined()
    }

    /// What a reader gives of one path: the path and subject of each mail, or the problem.
    private func pieces(_ source: InputSource, at path: String) throws -> [String] {
        var reader = source.reader(of: try source.files(at: path).files)
        var pieces: [String] = []
        while let piece = reader.next() {
            switch piece {
            case .problem(let problem): pieces.append(problem.description)
            case .item(let item):
                let making = MessageMaking(channel: nil, limits: .standard, boundary: TrustBoundary(), now: Timestamp(seconds: 0))
                pieces += try making.messages(of: item).map { "\($0.path.dropFirst(path.count)) \($0.message.bytes.count)" }
            }
        }
        return pieces
    }

    /// A large mailbox is read message by message and a small one at once; nobody sees a difference.
    @Test func mailboxesOfAllSizesGiveTheirMessages() throws {
        let folder = try TestFolder()
        let small = try pieces(InputSource(), at: folder.write(mailbox(40, bodyLines: 3), to: "small"))
        #expect(small.count == 40)
        #expect(small.first == "#1 114")
        let text = mailbox(300, bodyLines: 300)
        #expect(text.utf8.count > 2 * InputSource.smallFile)
        let path = try folder.write(text, to: "large.mbox")
        let source = InputSource()
        guard case .mailbox = try #require(try source.files(at: path).files.first).kind else {
            Issue.record("a large mailbox is known by its beginning")
            return
        }
        let large = try pieces(source, at: path)
        #expect(large.count == 300)
        #expect(large.map { $0.split(separator: " ")[0] } == (1...300).map { "#\($0)" })
    }

    /// Of a message longer than the window its beginning is read, and the next is found.
    @Test func aMessageLongerThanTheWindowIsCut() throws {
        let folder = try TestFolder()
        let long = Self.separator + "Subject: long\n\n" + String(repeating: "oats and rye\n\n", count: 90_000) + "\n"
        let path = try folder.write(mailbox(2, bodyLines: 1) + long + mailbox(3, bodyLines: 1), to: "box")
        var reader = try MailboxReader(ByteWindow(try OpenFile(path), limit: 300_000))
        var sizes: [Int] = []
        while let (message, _) = try reader.next() { sizes.append(message.count) }
        #expect(sizes.count == 6)
        #expect(sizes[2] > 100_000 && sizes[2] <= 300_000)
        #expect(sizes[4] == sizes[0])
    }

    @Test func oneMailWithASeparatorIsNoMailbox() throws {
        let folder = try TestFolder()
        let one = try folder.write(mailbox(1, bodyLines: 2), to: "one")
        #expect(try pieces(InputSource(), at: one).map { $0.prefix(1) } == [" "])
    }

    @Test func linesOfTextsAreReadOneByOne() throws {
        let folder = try TestFolder()
        let lines = (1...30_000).map { #"{"text":"oats and rye for the barn, number \#($0)"}"# }
        let path = try folder.write(lines.joined(separator: "\n") + "\n\n{\"txt\":1}\n" + lines[0], to: "texts.jsonl")
        let pieces = try pieces(InputSource(), at: path)
        #expect(pieces.count == 30_002)
        #expect(pieces[29_999].hasPrefix("#30000 "))
        #expect(pieces[30_000].contains("texts.jsonl:30002: "))
        #expect(pieces[30_001].hasPrefix("#30003 "))
    }

    @Test func aLineTooLongIsNamedAndPassedOver() throws {
        let folder = try TestFolder()
        let long = #"{"text":""# + String(repeating: "a", count: 18 << 20) + #""}"#
        let path = try folder.write(#"{"text":"a"}"# + "\n" + long + "\n" + #"{"text":"b"}"#, to: "texts.jsonl")
        let pieces = try pieces(InputSource(), at: path)
        #expect(pieces.count == 3)
        #expect(pieces[1].contains("texts.jsonl:2: ") && pieces[1].contains("longer than the limit"))
        #expect(pieces[2] == "#3 1")
    }

    @Test func aWindowGivesEveryByteOnce() throws {
        let folder = try TestFolder()
        let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        let path = folder.path + "/bytes"
        try Data(bytes).write(to: URL(filePath: path))
        var window = ByteWindow(try OpenFile(path), limit: 300_000)
        var read: [UInt8] = []
        while true {
            let step = min(window.count, 70_001)
            read += window.bytes[window.start..<window.start + step]
            window.consume(to: window.start + step)
            #expect(window.bytes.count <= 300_000)
            if window.count == 0, try !window.grow() { break }
        }
        #expect(read == bytes)
    }

    /// A pipe that somebody writes these bytes into. The writer waits for its reader on a thread of its own.
    private func pipe(of bytes: Data, in folder: TestFolder) throws -> String {
        let path = folder.path + "/pipe"
        // The path's bytes live for the call.
        try #require(unsafe mkfifo(path, 0o600) == 0)
        Thread.detachNewThread {
            do {
                try FileHandle(forWritingTo: URL(filePath: path)).write(contentsOf: bytes)
            } catch {
                Issue.record(error)
            }
        }
        return path
    }

    /// A pipe hands out a few bytes at a time; who looks again at what is at hand must not do so for each of them.
    @Test func aWindowOnAPipeDoublesToo() throws {
        let folder = try TestFolder()
        let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        var window = ByteWindow(try OpenFile(pipe(of: Data(bytes), in: folder)), limit: 4_000_000)
        var steps = 0
        while try window.grow() { steps += 1 }
        #expect(window.bytes == bytes)
        #expect(steps <= 7)
    }

    /// A mail may be limited to less than a line of texts: on standard input nobody knows beforehand which will come.
    @Test func longLinesOfAStreamAreWholeWhateverAMailMayBe() throws {
        let folder = try TestFolder()
        let lines = [6 << 20, 15 << 20, 1].map { #"{"text":""# + String(repeating: "a", count: $0) + #""}"# }
        let path = try pipe(of: Data(lines.joined(separator: "\n").utf8), in: folder)
        #expect(try pieces(InputSource(messageBytes: 1024), at: path) == ["#1 \(6 << 20)", "#2 \(15 << 20)", "#3 1"])
    }

    @Test func aFileBeyondAllLimitsIsRefusedUnread() throws {
        let folder = try TestFolder()
        let path = try folder.write("", to: "sparse.eml")
        // The path's bytes live for the call.
        try #require(unsafe truncate(path, 1 << 40) == 0)
        #expect(throws: FileBytes.Failure.self) { try FileBytes.read(path) }
    }
}

@Suite(.timeLimit(.minutes(10))) struct BatchQueueTests {
    private func queue(_ texts: Int, room: Int) throws -> BatchQueue {
        let folder = try TestFolder()
        let path = try folder.write(String(repeating: "{\"text\":\"oats\"}\n", count: texts), to: "texts.jsonl")
        let source = InputSource()
        let reader = source.reader(of: try source.files(at: path).files)
        var ahead = reader
        // The file is opened before the folder goes.
        _ = ahead.next()
        return BatchQueue(ahead, room: room)
    }

    /// Nothing is read of the input while there is no room for it.
    @Test func aBatchWaitsForRoom() async throws {
        let queue = try queue(200, room: 2)
        #expect(await queue.take()?.number == 0)
        #expect(await queue.take()?.number == 1)
        let third = Task { await queue.take()?.number }
        await queue.finish(number: 0)
        #expect(await third.value == 2)
    }

    /// Of a pipe that stays open, a batch is what has come; who waits for more holds nobody up.
    @Test func aBatchOfAPipeIsWhatHasCome() async throws {
        let folder = try TestFolder()
        let path = folder.path + "/pipe"
        // The path's bytes live for the call.
        try #require(unsafe mkfifo(path, 0o600) == 0)
        // Open for both, so that neither side waits for the other.
        let pipe = try #require(FileHandle(forUpdatingAtPath: path))
        let line = Data("{\"text\":\"oats\"}\n".utf8)
        try pipe.write(contentsOf: line)
        let source = InputSource()
        let files = try source.files(at: path).files
        #expect(files.canPause)
        let queue = BatchQueue(source.reader(of: files), room: 1)
        let first = try #require(await queue.take())
        #expect(first.pieces.count == 1)
        let second = Task { await queue.take() }
        await queue.finish(number: first.number)
        try pipe.write(contentsOf: line)
        #expect(await second.value?.pieces.count == 1)
        await queue.finish(number: 1)
        // Half a line is a message once nobody can write the rest of it.
        try pipe.write(contentsOf: Data("{\"text\":\"rye\"}".utf8))
        try pipe.close()
        #expect(await queue.take()?.pieces.count == 1)
        await queue.finish(number: 2)
        #expect(await queue.take() == nil)
    }

    @Test func everyoneWhoWaitsIsToldOfTheEnd() async throws {
        let queue = try queue(40, room: 1)
        let takers = (0..<4).map { _ in
            Task {
                var taken = 0
                while let batch = await queue.take() {
                    taken += batch.pieces.count
                    await queue.finish(number: batch.number)
                }
                return taken
            }
        }
        var sum = 0
        for taker in takers { sum += await taker.value }
        #expect(sum == 39)
    }
}

@Suite struct ProgressTests {
    @Test(arguments: [(0, 0, 0), (0, 10, 0), (5, 10, 50), (10, 10, 100), (12, 10, 100), (999, 1000, 99)])
    func theShareIsOfTheWhole(done: Int, total: Int, share: Int) {
        #expect(ProgressBar.share(done: done, of: total) == share)
    }

    @Test func theBarIsAsLongAtEveryStep() {
        for share in 0...100 { #expect(ProgressBar.line(share: share).prefix { $0 == "█" || $0 == "░" }.count == 30) }
        #expect(ProgressBar.line(share: 50).contains(" 50 %"))
    }
}
