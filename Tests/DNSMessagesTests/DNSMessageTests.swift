import DNSMessages
import Messages
import Testing

/// Messages of the domain name system, byte by byte.
struct DNSMessageTests {
    /// A header with these counts, and what follows it.
    private func message(_ counts: [UInt8], flags: [UInt8] = [0x81, 0x80], _ rest: [UInt8]...) -> DNSMessage {
        let header = [0xAB, 0xCD] + flags + counts.flatMap { [0, $0] }
        return DNSMessage((header + rest.flatMap { $0 }).span)
    }

    private func name(_ labels: String...) -> [UInt8] {
        labels.flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) } + [0]
    }

    /// A record of a class, at the name at offset 12.
    private func record(_ type: UInt16, _ data: [UInt8], time: [UInt8] = [0, 0, 1, 44], class recordClass: UInt8 = 1) -> [UInt8] {
        let numbers: [UInt8] = [UInt8(type >> 8), UInt8(type & 255), 0, recordClass]
        return [0xC0, 12] + numbers + time + [UInt8(data.count >> 8), UInt8(data.count & 255)] + data
    }

    private var question: [UInt8] { name("www", "Example", "ORG") + [0, 1, 0, 1] }

    @Test func aWholeAnswerIsRead() throws {
        // The name of the alias is "web" and what stands at offset 16 ("example.org").
        let alias = record(5, [3, 0x57, 0x65, 0x62, 0xC0, 16])
        let read = message([1, 2, 0, 0], question, alias, record(1, [192, 0, 2, 1]))
        #expect(read.defects.isEmpty)
        #expect(read.identifier == 0xABCD && read.code == 0 && read.operation == 0)
        #expect(read.flags == [.response, .recursionDesired, .recursionAvailable])
        let asked = try #require(DNSName(labels: ["www", "example", "org"].map { Array($0.utf8) }))
        #expect(read.questions == [DNSMessage.Question(asked, type: 1)])
        #expect(read.answers.map(\.name) == [asked, asked])
        #expect(read.answers.map(\.timeToLive) == [300, 300])
        guard case .name(let target) = read.answers[0].data else { throw CancellationError() }
        #expect(target.dotted == Array("web.example.org".utf8))
        #expect(read.answers[1].data == .address(.v4(0xC000_0201)))
    }

    @Test func everyTypeIsRead() {
        let root: [UInt8] = [0]
        let cases: [(UInt16, [UInt8], ResourceData)] = [
            (28, [0x20, 1, 0x0D, 0xB8] + Array(repeating: 0, count: 11) + [9], .address(.v6(high: 0x2001_0DB8_0000_0000, low: 9))),
            (2, root, .name(.root)), (12, root, .name(.root)),
            (15, [0, 10] + root, .mailExchange(preference: 10, host: .root)),
            (16, [2, 0x61, 0x62, 0, 1, 0xFF], .strings([[0x61, 0x62], [], [0xFF]])),
            (33, [0, 1, 0, 2, 1, 0] + root, .service(priority: 1, weight: 2, port: 256, target: .root)),
            (52, [3, 1, 1, 0xAA], .tlsAssociation(usage: 3, selector: 1, matchingType: 1, data: [0xAA])),
            (257, [128, 2, 0x69, 0x6F, 0x78], .certificationAuthority(flags: 128, tag: [0x69, 0x6F], value: [0x78])),
            (
                6, root + root + [0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 5],
                .startOfAuthority(server: .root, mailbox: .root, serial: 1, refresh: 2, retry: 3, expire: 4, minimum: 5)
            ),
            (99, [1, 2], .other([1, 2])), (99, [], .other([])),
        ]
        for (type, bytes, data) in cases {
            let read = message([1, 1, 0, 0], question, record(type, bytes))
            #expect(read.defects.isEmpty && read.answers.map(\.data) == [data], "type \(type)")
        }
    }

    @Test func dataThatIsNotOfItsTypeIsKeptAsBytes() {
        let wrong: [(UInt16, [UInt8])] = [
            (1, [1, 2, 3]), (1, [1, 2, 3, 4, 5]), (28, [1]), (2, []), (2, [3, 0x61]), (15, [0]), (15, [0, 1]), (16, []), (16, [5, 0x61]),
            (33, [0, 1, 0]),
            (52, [1, 2]), (257, [0]), (257, [0, 0]), (257, [0, 9, 1]), (6, [0, 0, 1]), (5, [0, 0]), (5, [0xC0]), (5, [0xC0, 0xFF]),
            (5, [0xC0, 3]),
        ]
        for (type, bytes) in wrong {
            let read = message([1, 2, 0, 0], question, record(type, bytes), record(1, [192, 0, 2, 1]))
            #expect(read.answers.map(\.data) == [.other(bytes), .address(.v4(0xC000_0201))], "type \(type)")
            #expect(read.defects.last?.kind == .dnsBadData)
        }
    }

    @Test func namesThatDoNotEndAreNoNames() {
        let label: [UInt8] = [63] + [UInt8](repeating: 0x61, count: 63)
        let long: [UInt8] = label + label + label + label + [0]
        let wrong: [[UInt8]] = [
            [0xC0, 12], [3, 0x61, 0x62, 0x63, 0xC0, 12], [0xC0, 200], [0x41, 0x61], [0x80, 0], [5, 0x61], long, [0xC0],
        ]
        for bytes in wrong {
            let read = message([1, 0, 0, 0], bytes, [0, 1, 0, 1])
            #expect(read.questions.isEmpty)
            #expect(read.defects.map(\.kind) == [.dnsBadName, .dnsCut])
        }
        let longest: [UInt8] = label + label + label + [61] + [UInt8](repeating: 0x61, count: 61) + [0]
        #expect(longest.count == DNSName.limit)
        #expect(message([1, 0, 0, 0], longest, [0, 1, 0, 1]).defects.isEmpty)
    }

    @Test func aStaircaseOfPointersEnds() {
        // Each pointer points at the one before it: longer than any honest name needs.
        var bytes: [UInt8] = [0]
        for step in 0..<5000 {
            let target = step == 0 ? 12 : 13 + 2 * (step - 1)
            bytes += [0xC0 | UInt8(target >> 8), UInt8(target & 255)]
        }
        let header: [UInt8] = [0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0]
        let read = DNSMessage((header + bytes).span)
        #expect(read.defects.count <= 60)
    }

    @Test func whatIsMissingOrTooMuchIsSaid() {
        #expect(DNSMessage([1, 2, 3].span).defects == [Defect(.dnsShortHeader, at: 0)])
        let cut = message([1, 3, 0, 0], question, record(1, [192, 0, 2, 1]), Array(record(1, [192, 0, 2, 2]).dropLast()))
        #expect(cut.answers.count == 1 && cut.defects.map(\.kind) == [.dnsCut])
        #expect(message([1, 0, 0, 0], question, [0]).defects.map(\.kind) == [.dnsTrailingBytes])
    }

    @Test func theCodeHasTwelveBitsWithEDNS() {
        let edns: [UInt8] = [0, 0, 41, 4, 0xD0, 1, 0, 0x80, 0, 0, 0]
        let read = message([1, 0, 0, 1], flags: [0x86, 0x03], question, edns)
        #expect(read.code == 0x13 && read.additionals.isEmpty && read.defects.isEmpty)
        #expect(read.flags == [.response, .authoritative, .truncated])
    }

    @Test func aTimeWithTheHighestBitIsZero() {
        let read = message([1, 1, 0, 0], question, record(1, [192, 0, 2, 1], time: [0x80, 0, 0, 1]))
        #expect(read.answers.map(\.timeToLive) == [0])
    }

    @Test func anotherClassIsNotRead() {
        let read = message([1, 1, 0, 0], question, record(1, [192, 0, 2, 1], class: 3))
        #expect(read.answers.map(\.data) == [.other([192, 0, 2, 1])])
    }

    @Test func labelsWithDotsCannotBeWritten() throws {
        #expect(try #require(DNSName(labels: [Array("a.b".utf8)])).dotted == nil)
        #expect(DNSName.root.dotted == [])
        #expect(DNSName(labels: [[]]) == nil)
        #expect(DNSName(labels: [Array(repeating: 1, count: 64)]) == nil)
    }
}
