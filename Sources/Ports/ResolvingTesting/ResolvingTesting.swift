// ResolvingTesting: the promises of the port in Resolving, as a kit that every resolver's tests run in one line.
//
// The kit asks for the records of a small fixed zone. A resolver in memory takes it as it is, one that asks servers has it served to it as a
// zone file. The kit gives what it found broken as values, a sentence each, so it needs no testing library.

internal import Messages
public import Resolving

/// The records that the kit asks for, and the names whose servers fail.
public enum ConformanceZone {
    /// The zone that has the records.
    public static let name = known("conformance.example")
    /// The zone whose server fails, each name in the way its first label says: `silent`, `servfail`, `refused`, `half` (truncated, and no whole to be had).
    public static let faultyName = known("faults.example")
    /// How many names `hostN.many` there are, for questions side by side.
    public static let manyCount = 200

    /// The zone in memory, with its faults.
    public static var zone: Zone {
        var zone = Zone()
        for (name, type, data) in records { zone.add(data, type, at: name) }
        for (label, outcome) in faults { zone.set(outcome, at: below(label, faultyName)) }
        return zone
    }

    /// The zone as a file for a name server (RFC 1035 section 5), without the faults.
    public static var text: String {
        records.map { name, type, data in "\(RecordText.text(name)) \(Zone.timeToLive) IN \(type) \(RecordText.text(data))\n" }.joined()
    }

    static let faults: [(String, Answer.Outcome)] = [
        ("silent", .timedOut), ("servfail", .failed(code: 2)), ("refused", .failed(code: 5)), ("half", .truncated),
    ]

    static func below(_ labels: String, _ zone: DomainName = name) -> DomainName {
        known("\(labels).\(zone)")
    }

    /// A name that is known to be one: what is written here is short and has no empty label.
    private static func known(_ text: String) -> DomainName {
        DomainName(text) ?? .root
    }

    /// The address of one of the many names.
    static func address(of number: Int) -> IPAddress {
        .v4(0xC633_6400 | UInt32(truncatingIfNeeded: number))
    }

    static let longText = (0..<700).map { UInt8(truncatingIfNeeded: $0 * 7) }
    static let oddName = below("a b\\c\"d;e\u{FC}")

    static let records: [(DomainName, RecordType, RecordData)] = {
        let mail = below("mail")
        var records: [(DomainName, RecordType, RecordData)] = [
            (name, .soa, .startOfAuthority(server: below("ns"), serial: 7, negativeTimeToLive: Zone.timeToLive)),
            (name, .ns, .name(below("ns"))),
            (below("ns"), .a, .address(.v4(0x7F00_0001))),
            (name, .mx, .mailExchange(preference: 10, host: mail)),
            (name, .mx, .mailExchange(preference: 65535, host: below("backup"))),
            (name, .txt, .text(Array("v=spf1 mx -all".utf8))),
            (name, .caa, .certificationAuthority(flags: 128, tag: Array("issue".utf8), value: Array("ca.example; x=\"1\"".utf8))),
            (mail, .a, .address(.v4(0xC000_0201))),
            (mail, .a, .address(.v4(0xC000_0202))),
            (mail, .aaaa, .address(.v6(high: 0x2001_0DB8_0000_0000, low: 0x1))),
            (below("_443._tcp.mail"), .tlsa, .tlsAssociation(usage: 3, selector: 1, matchingType: 1, data: [0, 1, 0xFE, 0xFF])),
            (below("_submission._tcp"), .srv, .service(priority: 1, weight: 2, port: 587, target: mail)),
            (below("_pop3._tcp"), .srv, .service(priority: 0, weight: 0, port: 0, target: .root)),
            (below("nomail"), .mx, .mailExchange(preference: 0, host: .root)),
            (below("pointer"), .ptr, .name(mail)),
            (below("empty"), .txt, .text([])),
            (below("long"), .txt, .text(longText)),
            (below("several"), .txt, .text(Array("first".utf8))),
            (below("several"), .txt, .text([0x22, 0x5C, 0x00, 0xFF])),
            (oddName, .txt, .text(Array("odd".utf8))),
            (below("a.b.deep"), .txt, .text(Array("deep".utf8))),
            (below("www"), .cname, .name(below("web"))),
            (below("web"), .cname, .name(mail)),
            (below("dangling"), .cname, .name(below("absent"))),
            (below("bare"), .cname, .name(below("empty"))),
            (below("loop"), .cname, .name(below("pool"))),
            (below("pool"), .cname, .name(below("loop"))),
            (below("*.wild"), .a, .address(.v4(0xC000_0209))),
        ]
        for number in 0..<manyCount { records.append((below("host\(number).many"), .a, .address(address(of: number)))) }
        return records
    }()
}
