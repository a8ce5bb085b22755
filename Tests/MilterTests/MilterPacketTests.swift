import Messages
import Milter
import Testing

/// Packets from a mail server, byte by byte.
struct MilterPacketTests {
    private func packet(_ letter: Character, _ fields: [UInt8] = []) -> [UInt8] {
        let length = UInt32(fields.count + 1)
        return [UInt8(length >> 24), UInt8(length >> 16 & 255), UInt8(length >> 8 & 255), UInt8(length & 255)] + Array(String(letter).utf8)
            + fields
    }

    private func texts(_ texts: String...) -> [UInt8] { texts.flatMap { Array($0.utf8) + [0] } }

    private func command(_ bytes: [UInt8]) throws -> MilterCommand? {
        var reader = MilterPacketReader()
        reader.append(bytes)
        let command = try reader.next()
        #expect(reader.waiting == 0)
        return command
    }

    @Test func everyCommandIsRead() throws {
        let offer = packet("O", [0, 0, 0, 6, 0, 0, 1, 0xFF, 0, 0x1F, 0xFF, 0xFF])
        let all: [([UInt8], MilterCommand)] = [
            (offer, .negotiate(MilterOptions(version: 6, actions: .init(rawValue: 0x1FF), steps: .init(rawValue: 0x1FFFFF)))),
            (
                packet("D", Array("M".utf8) + texts("i", "4ABC", "{auth_authen}", "ann")),
                .macros(step: 0x4D, ["i": "4ABC", "{auth_authen}": "ann"])
            ),
            (packet("D", Array("C".utf8)), .macros(step: 0x43, [:])),
            (
                packet("C", texts("mx.example") + Array("4".utf8) + [0x30, 0x39] + texts("192.0.2.1")),
                .connection(host: "mx.example", address: IPAddress("192.0.2.1"))
            ),
            (
                packet("C", texts("mx.example") + Array("6".utf8) + [0, 0] + texts("IPv6:2001:db8::1")),
                .connection(host: "mx.example", address: IPAddress("2001:db8::1"))
            ),
            (
                packet("C", texts("localhost") + Array("L".utf8) + [0, 0] + texts("/run/socket")),
                .connection(host: "localhost", address: nil)
            ),
            (packet("C", texts("unknown") + Array("U".utf8)), .connection(host: "unknown", address: nil)),
            (packet("H", texts("mail.example")), .helo("mail.example")),
            (
                packet("M", texts("<ann@example.org>", "SIZE=100", "BODY=8BITMIME")),
                .mail(["<ann@example.org>", "SIZE=100", "BODY=8BITMIME"])
            ),
            (packet("R", texts("<bob@example.net>")), .recipient(["<bob@example.net>"])),
            (packet("T"), .data),
            (packet("L", texts("Subject", " a\n b")), .header(name: Array("Subject".utf8), body: Array(" a\n b".utf8))),
            (packet("L", texts("X", "")), .header(name: Array("X".utf8), body: [])),
            (packet("N"), .endOfHeaders),
            (packet("B", [0, 1, 2]), .body([0, 1, 2])),
            (packet("E"), .endOfBody([])),
            (packet("A"), .abort),
            (packet("U", texts("XCLIENT")), .unknown("XCLIENT")),
            (packet("Q"), .quit),
            (packet("K"), .quitForNext),
        ]
        for (bytes, wanted) in all { #expect(try command(bytes) == wanted) }
        // However the bytes are cut up on the way, the commands are the same.
        var reader = MilterPacketReader()
        var found: [MilterCommand] = []
        for byte in all.flatMap(\.0) {
            reader.append([byte])
            while let next = try reader.next() { found.append(next) }
        }
        #expect(found == all.map(\.1))
    }

    @Test func whatCannotBeReadIsNamed() {
        let wrong: [([UInt8], MilterError)] = [
            ([0, 0, 0, 0], .empty),
            ([0xFF, 0xFF, 0xFF, 0xFF], .tooLong(bytes: 0xFFFF_FFFF, limit: MilterPacketReader.standardLimit)),
            (packet("!"), .unknownCommand(0x21)),
            (packet("O", [0, 0, 0, 6]), .malformed(command: 0x4F)),
            (packet("D"), .malformed(command: 0x44)),
            (packet("D", Array("Mi".utf8) + [0]), .malformed(command: 0x44)),
            (packet("C", texts("mx")), .malformed(command: 0x43)),
            (packet("C", texts("mx") + Array("4".utf8)), .malformed(command: 0x43)),
            (packet("C", texts("mx") + Array("4".utf8) + [0, 0] + Array("192.0.2.1".utf8)), .malformed(command: 0x43)),
            (packet("H"), .malformed(command: 0x48)),
            (packet("H", Array("x".utf8)), .malformed(command: 0x48)),
            (packet("L", texts("Subject")), .malformed(command: 0x4C)),
            (packet("L", texts("", "x")), .malformed(command: 0x4C)),
            (packet("L", texts("a", "b", "c")), .malformed(command: 0x4C)),
        ]
        for (bytes, error) in wrong { #expect(throws: error) { try command(bytes) } }
    }

    @Test func whatWaitsIsBounded() throws {
        var reader = MilterPacketReader(limit: 8)
        reader.append(packet("B", [1, 2, 3]) + [0, 0])
        #expect(try reader.next() == .body([1, 2, 3]))
        #expect(try reader.next() == nil)
        reader.append([0, 9, 0x42])
        #expect(throws: MilterError.tooLong(bytes: 9, limit: 8)) { try reader.next() }
    }

    private func written(_ reply: MilterReply) -> [UInt8] {
        var output: [UInt8] = []
        reply.write(into: &output)
        return output
    }

    @Test func everyReplyIsWritten() throws {
        let name = Array("X-Spam".utf8)
        let text = try #require(MilterReplyText(550, "5.7.1", "refused: 100% spam\r\n250 ok"))
        let all: [(MilterReply, [UInt8])] = [
            (.carryOn, packet("c")), (.accept, packet("a")), (.discard, packet("d")), (.reject, packet("r")), (.tryLater, packet("t")),
            (.skip, packet("s")), (.progress, packet("p")), (.quarantine("spam"), packet("q", texts("spam"))),
            (.reply(text), packet("y", texts("550 5.7.1 refused: 100? spam??250 ok"))),
            (.addHeader(name: name, body: [0x20, 0, 0x79]), packet("h", texts("X-Spam", " y"))),
            (.insertHeader(at: 1, name: name, body: [0x79]), packet("i", [0, 0, 0, 1] + texts("X-Spam", "y"))),
            (.changeHeader(name: name, number: 258, body: []), packet("m", [0, 0, 1, 2] + texts("X-Spam", ""))),
            (.changeReturnPath("<a@b.example>"), packet("e", texts("<a@b.example>"))),
            (.addRecipient("<a@b.example>"), packet("+", texts("<a@b.example>"))),
            (.deleteRecipient("<a@b.example>"), packet("-", texts("<a@b.example>"))),
            (.replaceBody([0, 13, 10]), packet("b", [0, 13, 10])),
        ]
        for (reply, bytes) in all { #expect(written(reply) == bytes) }
        let options = MilterOptions(
            version: 6, actions: [.addHeaders, .quarantine], steps: .noUnknown,
            macros: [.mail: ["i", "{auth_authen}"], .connection: ["j"]])
        let numbers: [UInt8] = [0, 0, 0, 6, 0, 0, 0, 0x21, 0, 0, 1, 0]
        #expect(
            written(.negotiate(options))
                == packet("O", numbers + [0, 0, 0, 0] + texts("j") + [0, 0, 0, 2] + texts("i {auth_authen}")))
    }

    @Test func longBodiesComeInPieces() {
        let body = [UInt8](repeating: 0x61, count: MilterReply.pieceBytes + 1)
        #expect(MilterReply.body(body) == [.replaceBody(Array(body.dropLast())), .replaceBody([0x61])])
        #expect(MilterReply.body([]) == [.replaceBody([])])
    }

    @Test func onlyFailuresHaveTexts() {
        #expect(MilterReplyText(250, "2.0.0", "ok") == nil)
        #expect(MilterReplyText(550, "4.7.1", "no") == nil)
        #expect(MilterReplyText(550, "5.7", "no") == nil)
        #expect(MilterReplyText(451, "4.7.1", "later")?.code == 451)
    }
}
