import Foundation
import Spamd
import TestSupport
import Testing

/// Requests to the daemon, byte by byte.
struct SpamdRequestTests {
    private func read(_ text: String, limits: SpamdRequestReader.Limits = .init()) throws -> SpamdRequestReader.Progress {
        var reader = SpamdRequestReader(limits: limits)
        return try reader.append(Array(text.utf8))
    }

    private struct Transcripts: Decodable {
        struct Transcript: Decodable {
            var name: String
            var stdinHex: String
            var requestHex: String
        }
        var transcripts: [Transcript]
    }

    /// What spamc really sends, in one piece and byte by byte.
    @Test func vectors() throws {
        guard let path = SharedData.vectors("milter-spamd/spamc-requests.json") else { return }
        var count = CaseCount("spamd")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let all = try decoder.decode(Transcripts.self, from: try Data(contentsOf: URL(filePath: path)))
        for transcript in all.transcripts {
            let bytes = SpamdRequestTests.bytes(ofHex: transcript.requestHex)
            var reader = SpamdRequestReader()
            guard case .whole(let request, let message) = try reader.append(bytes) else {
                count.check(false, "\(transcript.name): not whole")
                continue
            }
            var slow = SpamdRequestReader()
            var last = SpamdRequestReader.Progress.incomplete
            for byte in bytes { last = try slow.append([byte]) }
            let command = transcript.name == "bsmtp" ? "check" : transcript.name
            // In BSMTP spamc sends the message without its envelope.
            let isMessage = request.command == .ping ? message.isEmpty : !message.isEmpty
            let isInput =
                transcript.name == "bsmtp" || message == SpamdRequestTests.bytes(ofHex: transcript.stdinHex) || request.command == .ping
            let isCommand = command.hasPrefix(request.command.rawValue.lowercased().replacing("_", with: "-")) || request.command == .tell
            count.check(isMessage && isInput && isCommand && last == .whole(request, message: message), transcript.name)
        }
        count.report()
        #expect(count.failed.isEmpty)
    }

    private static func bytes(ofHex hex: String) -> [UInt8] {
        let digits = hex.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    }

    @Test func aWordOnAMessageIsRead() throws {
        let head = "TELL SPAMC/1.5\r\nMessage-class: Spam\r\nSet: local, remote\r\nRemove: local\r\nUser: ann\r\nContent-length: 3\r\n\r\n"
        guard case .whole(let request, let message) = try read(head + "abcdef") else {
            Issue.record("not whole")
            return
        }
        #expect(request.command == .tell && request.messageClass == .spam && request.user == "ann")
        #expect(request.set == [.local, .remote] && request.remove == [.local])
        #expect(message == Array("abc".utf8))
    }

    @Test func withoutALengthTheMessageEndsWithTheInput() throws {
        var reader = SpamdRequestReader()
        #expect(try reader.append(Array("CHECK SPAMC/1.2\n\nSubject: x\n".utf8)) == .incomplete)
        #expect(reader.head?.command == .check && reader.head?.minorVersion == 2)
        let whole = try reader.finish()
        #expect(whole?.message == Array("Subject: x\n".utf8))
    }

    @Test func oldPingsHaveNoEmptyLine() throws {
        var reader = SpamdRequestReader()
        #expect(try reader.append(Array("PING SPAMC/1.2\r\n".utf8)) == .incomplete)
        #expect(try reader.finish()?.request.command == .ping)
        var silent = SpamdRequestReader()
        #expect(try silent.finish() == nil)
    }

    @Test(arguments: [
        ("GET / HTTP/1.1\r\nHost: x\r\n\r\n", SpamdError.notARequest("GET / HTTP/1.1")),
        ("CHECK SPAMC/2.0\r\n\r\n", .notARequest("CHECK SPAMC/2.0")),
        ("EXPLODE SPAMC/1.5\r\n\r\n", .unknownCommand("EXPLODE")),
        ("CHECK SPAMC/1.5\r\nContent-length: -1\r\n\r\n", .badField(name: "content-length", value: "-1")),
        (
            "CHECK SPAMC/1.5\r\nContent-length: 99999999999999999999\r\n\r\n",
            .badField(name: "content-length", value: "99999999999999999999")
        ),
        ("CHECK SPAMC/1.5\r\nContent-length: 101\r\n\r\n", .messageTooLong(bytes: 101, limit: 100)),
        ("TELL SPAMC/1.5\r\nMessage-class: maybe\r\n\r\n", .badField(name: "message-class", value: "maybe")),
        ("CHECK SPAMC/1.5\r\nCompress: lzma\r\n\r\n", .badField(name: "compress", value: "lzma")),
    ]) func whatCannotBeReadIsNamed(text: String, error: SpamdError) {
        #expect(throws: error) { try read(text, limits: .init(head: 200, message: 100)) }
    }

    @Test func nobodyFillsTheMemory() throws {
        #expect(throws: SpamdError.headTooLong(limit: 200)) {
            try read("CHECK SPAMC/1.5\r\nUser: \(String(repeating: "a", count: 300))", limits: .init(head: 200, message: 100))
        }
        var reader = SpamdRequestReader(limits: .init(head: 200, message: 100))
        #expect(try reader.append(Array("CHECK SPAMC/1.2\r\n\r\n".utf8)) == .incomplete)
        #expect(throws: SpamdError.messageTooLong(bytes: 101, limit: 100)) { try reader.append([UInt8](repeating: 0x61, count: 101)) }
    }

    @Test func aMessageThatIsTooShortIsSaid() throws {
        var reader = SpamdRequestReader()
        #expect(try reader.append(Array("CHECK SPAMC/1.5\r\nContent-length: 10\r\n\r\nabc".utf8)) == .incomplete)
        #expect(throws: SpamdError.lengthDiffers(said: 10, came: 3)) { try reader.finish() }
    }
}
