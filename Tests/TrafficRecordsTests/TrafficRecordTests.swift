import Messages
import Testing
import TrafficRecords

/// Tables of traffic, and the mappings that say what their columns are.
struct TrafficRecordTests {
    private static let mapping = """
        time: {column: submitted, format: "yyyy-MM-dd HH:mm:ss", offset: "+03:00"}
        channel: {column: service, values: {SMS: sms, MMS: mms}}
        direction: {column: dir, values: {MO: originating, MT: terminating, TR: transit}}
        result: {column: status, values: {DELIVRD: accept, REJECTD: reject, EXPIRED: defer}, default: accept}
        class: {column: category, values: {F: phishing, A: advertising, "": none}}
        sender: {column: from}
        country: {column: country}
        size: {column: octets}
        count: {column: messages, default: 1}
        delay: {column: ms}
        route:
          - {kind: operator, column: hub, trust: claimed}
          - {kind: operator, column: gateway, trust: confirmed}
        """

    private static let table = """
        submitted,service,dir,status,category,from,country,octets,messages,ms,hub,gateway
        2026-11-22 08:31:37,SMS,MT,DELIVRD,,MyBank,FR,140,12,250,HUB-1,GW1
        2026-11-22 08:31:38,MMS,MO,REJECTD,F,+33 7 00 00 00 00,,2000,,,,GW1
        "2026-11-22 08:31:39","SMS",TR,"EXPIRED",A,"38,000",DE,,3,,,

        """

    private struct Reading {
        var records: [TrafficRecord] = []
        var reader: TrafficRecordReader
        var error: RecordTableError?

        init(_ table: String, _ mapping: String = TrafficRecordTests.mapping, piece: Int = .max) throws {
            try self.init(Array(table.utf8), mapping, piece: piece)
        }

        init(_ bytes: [UInt8], _ mapping: String = TrafficRecordTests.mapping, piece: Int = .max) throws {
            reader = TrafficRecordReader(try RecordMapping.read(mapping, path: "m.yaml"))
            var window: [UInt8] = []
            var start = 0
            repeat {
                let end = min(bytes.count, start + min(piece, bytes.count))
                window += bytes[start..<end]
                start = end
                do throws(RecordTableError) {
                    window.removeFirst(try reader.read(window.span, isLast: start == bytes.count, into: &records))
                } catch {
                    self.error = error
                    return
                }
            } while start < bytes.count
        }
    }

    @Test func rowsBecomeRecords() throws {
        let read = try Reading(TrafficRecordTests.table)
        #expect(read.records.count == 3 && read.reader.tally.rows == 3 && read.reader.tally.defects.isEmpty)
        let first = try #require(read.records.first)
        #expect(first.moment == Timestamp(rfc3339: "2026-11-22T05:31:37Z") && first.channel == .sms && first.direction == .terminating)
        #expect(
            first.disposition == .accept && first.threatClass == .none && first.source == .senderIDIssuer("MYBANK") && first.country == "FR"
        )
        #expect(first.size == 140 && first.count == 12 && first.delay == 250 && first.stations.map(\.trust) == [.claimed, .confirmed])
        #expect(read.records[1].source == nil && read.records[1].threatClass == .phishing && read.records[1].count == 1)
        #expect(read.records[2].direction == .transit && read.records[2].disposition == .defer && read.records[2].source == nil)
    }

    @Test func piecesOfAnySizeAndOtherSpellingsGiveTheSame() throws {
        let whole = try Reading(TrafficRecordTests.table)
        for piece in [1, 2, 3, 10, 100] {
            let read = try Reading(TrafficRecordTests.table, piece: piece)
            #expect(read.records == whole.records && read.reader.tally == whole.reader.tally, "pieces of \(piece)")
        }
        #expect(try Reading("\u{FEFF}" + TrafficRecordTests.table.replacing("\n", with: "\r\n")).records == whole.records)
        #expect(try Reading(TrafficRecordTests.table + "\n\n").records == whole.records)
        let tabs = TrafficRecordTests.table.replacing("38,000", with: "38000x").replacing(",", with: "\t")
        #expect(try Reading(tabs).records.count == 3)
    }

    @Test func marksMayHoldAnything() throws {
        let mapping = "time: {column: 1, format: seconds}\nchannel: voice\nheader: false\noperator: {column: 3}\n"
        let read = try Reading("1,\"a \"\"b\"\",\nc\r\n\",OP1\n2,\"\",OP2", mapping, piece: 1)
        #expect(
            read.records.map(\.source) == [.carrier("OP1"), .carrier("OP2")] && read.records.map(\.moment.milliseconds) == [1000, 2000])
    }

    @Test func whatIsBrokenIsNotedAndTheRestIsRead() throws {
        let mapping = "time: {column: t, format: yyMMddHHmm}\nchannel: sms\ncount: {column: n}\nresult: {column: r, values: {ok: accept}}\n"
        let table =
            "t,n,r\n2611220531,1,ok\nx,1,ok\n2611220531,-1,ok\n2611220531,1,what\n\"2611220531\"x,1,ok\n2611220531,1\0,ok\n2611220531,\"1,ok\n2611220532,7,ok\n"
        let read = try Reading(table, mapping)
        #expect(read.reader.tally.defects.map(\.kind) == [.moment, .number, .word, .quotation, .binary, .tooLong])
        #expect(read.reader.tally.defects.map(\.line) == [3, 4, 5, 6, 7, 8])
        #expect(read.reader.tally.defects.map(\.column) == ["t", "n", "r", nil, nil, nil])
        #expect(read.records.map(\.count) == [1, 1, 7])
    }

    @Test func anotherReaderGoesOn() throws {
        let bytes = Array(TrafficRecordTests.table.utf8)
        let whole = try Reading(bytes)
        for cut in bytes.indices where cut == 0 || bytes[cut - 1] == 10 {
            let mapping = try RecordMapping.read(TrafficRecordTests.mapping, path: "m")
            var first = TrafficRecordReader(mapping), second = TrafficRecordReader(mapping)
            var records: [TrafficRecord] = []
            let used = try first.read(Array(bytes[..<cut]).span, isLast: false, into: &records)
            #expect(used == cut || cut == 0)
            let isTaken = second.restore(first.state)
            #expect(isTaken)
            _ = try second.read(Array(bytes[used...]).span, isLast: true, into: &records)
            #expect(records == whole.records && second.tally == whole.reader.tally)
        }
        var reader = whole.reader
        for wrong in [[], [1, 2], [Int](repeating: 7, count: 100)] {
            let isTaken = reader.restore(wrong)
            #expect(!isTaken)
        }
    }

    @Test func tablesThatDoNotFitSaySo() throws {
        #expect(try Reading("a,b\n1,2\n").error?.description.contains("no column submitted") == true)
        #expect(try Reading([0xFF, 0xFE, 0x61, 0, 0x0A, 0]).error?.description.contains("UTF-16") == true)
    }

    @Test func mappingsThatAreWrongNameTheirLines() {
        let cases: [(String, Int)] = [
            ("channel: sms\n", 1), ("time: {column: a, format: nonsense}\nchannel: sms\n", 1), ("time: {column: a}\n", 1),
            ("time: {column: a}\nchannel: sms\nresult: {column: b, values: {x: nothing}}\n", 3),
            ("time: {column: a}\nchannel: sms\nfoo: 1\n", 3),
            ("time: {column: a}\nchannel: sms\nheader: false\n", 1), ("time: {column: a}\nchannel: sms\ndelimiter: x\n", 3),
            ("time: {column: a, offset: 3}\nchannel: sms\n", 1), ("- a\n", 1), ("a: [", 1),
            ("time: {column: a}\nchannel: sms\nroute: 3\n", 3),
        ]
        for (text, line) in cases {
            do {
                _ = try RecordMapping.read(text, path: "m.yaml")
                Issue.record("read: \(text)")
            } catch {
                #expect(error.problems.first?.line == line && error.description.hasPrefix("m.yaml:\(line): "), "\(text): \(error)")
            }
        }
    }

    @Test func patternsReadMoments() throws {
        let cases = [
            ("yyyyMMddHHmmss", "20261122053137"), ("dd/MM/yyyy H:mm:ss", "22/11/2026 5:31:37"),
            ("yy-MM-dd HH:mm:ss.SSS", "26-11-22 05:31:37.000"),
            ("seconds", "1795325497"), ("milliseconds", "1795325497000"), ("rfc3339", "2026-11-22T06:31:37+01:00"),
        ]
        for (pattern, text) in cases {
            let read = try #require(TimePattern(pattern))
            #expect(read.moment(text) == Timestamp(rfc3339: "2026-11-22T05:31:37Z"), "\(pattern)")
            #expect(read.moment(text + "x") == nil && read.moment("") == nil)
        }
        #expect(TimePattern("HH:mm") == nil && TimePattern("yyyy-MM-dd yyyy") == nil)
    }
}
