// DNSMessages: messages of the domain name system, RFC 1035 section 4, as they go over the wire.
//
// Whoever runs a name server writes these bytes: nothing in them is trusted. What can be read before the first byte that cannot is the
// message; what is wrong is a defect.

public import Messages

/// A message of the domain name system (RFC 1035 section 4.1).
public struct DNSMessage: Sendable, Hashable {
    /// The bits of the header between its number and its counts, without operation and code.
    public struct Flags: OptionSet, Sendable, Hashable {
        /// The bits, in their places.
        public let rawValue: UInt16

        /// The flags with these bits.
        public init(rawValue: UInt16) {
            self.rawValue = rawValue
        }

        /// This is an answer (QR).
        public static let response = Flags(rawValue: 0x8000)
        /// The server is one of the zone's own (AA).
        public static let authoritative = Flags(rawValue: 0x0400)
        /// Only a part fitted (TC).
        public static let truncated = Flags(rawValue: 0x0200)
        /// Other servers may be asked for it (RD).
        public static let recursionDesired = Flags(rawValue: 0x0100)
        /// The server asks others (RA).
        public static let recursionAvailable = Flags(rawValue: 0x0080)
        /// The server says that DNSSEC vouches for all of it (AD, RFC 4035 section 3.2.3).
        public static let authenticated = Flags(rawValue: 0x0020)
        /// Nobody is to check signatures for the one who asks (CD, RFC 4035 section 3.2.2).
        public static let checkingDisabled = Flags(rawValue: 0x0010)

        static let all: UInt16 = 0x87B0
    }

    /// What is asked.
    public struct Question: Sendable, Hashable {
        /// The name.
        public var name: DNSName
        /// The number of the type.
        public var type: UInt16
        /// The number of the class; 1 is the Internet.
        public var recordClass: UInt16

        /// A question.
        public init(_ name: DNSName, type: UInt16, recordClass: UInt16 = 1) {
            self.name = name
            self.type = type
            self.recordClass = recordClass
        }
    }

    /// The number by which an answer is known to belong to a question.
    public var identifier: UInt16 = 0
    /// The flags of the header.
    public var flags: Flags = []
    /// The kind of question; 0 is the usual one.
    public var operation: UInt8 = 0
    /// What came of it (RCODE), with the eight bits that EDNS puts before those of the header (RFC 6891 section 6.1.3).
    public var code: UInt16 = 0
    /// What is asked.
    public var questions: [Question] = []
    /// The records that answer.
    public var answers: [ResourceRecord] = []
    /// The records of servers that know better, or of the zone that says no.
    public var authorities: [ResourceRecord] = []
    /// The records that may be of use, without those of EDNS.
    public var additionals: [ResourceRecord] = []
    /// What is wrong with the bytes.
    public var defects: [Defect] = []

    /// An empty message.
    public init() {}

    /// The message of these bytes, as far as they can be read.
    public init(_ bytes: Span<UInt8>) {
        var reader = DNSReader()
        guard let identifier = reader.number16(bytes), let word = reader.number16(bytes),
            let questionCount = reader.number16(bytes), let answerCount = reader.number16(bytes),
            let authorityCount = reader.number16(bytes), let additionalCount = reader.number16(bytes)
        else {
            defects = [Defect(.dnsShortHeader, at: 0)]
            return
        }
        self.identifier = identifier
        flags = Flags(rawValue: word & Flags.all)
        operation = UInt8(truncatingIfNeeded: word >> 11 & 15)
        code = word & 15
        readSections(bytes, &reader, questionCount, [answerCount, authorityCount, additionalCount])
        defects = reader.defects
    }

    private mutating func readSections(_ bytes: Span<UInt8>, _ reader: inout DNSReader, _ questionCount: UInt16, _ counts: [UInt16]) {
        for _ in 0..<questionCount {
            guard let name = reader.name(bytes), let type = reader.number16(bytes), let recordClass = reader.number16(bytes) else {
                return reader.note(.dnsCut)
            }
            questions.append(Question(name, type: type, recordClass: recordClass))
        }
        for (section, count) in counts.enumerated() {
            for _ in 0..<count {
                guard let record = reader.record(bytes) else { return reader.note(.dnsCut) }
                switch section {
                case 0: answers.append(record)
                case 1: authorities.append(record)
                default: note(additional: record)
                }
            }
        }
        if reader.position < bytes.count { reader.note(.dnsTrailingBytes) }
    }

    /// The record of EDNS is no record but a second header: its time to live begins with bits of the code.
    private mutating func note(additional record: ResourceRecord) {
        if record.type == ResourceRecord.edns {
            code |= UInt16(truncatingIfNeeded: record.timeToLive >> 24) << 4
        } else {
            additionals.append(record)
        }
    }
}

extension Defect.Kind {
    /// A message of less than the twelve bytes of its header (RFC 1035 section 4.1.1).
    public static let dnsShortHeader = Defect.Kind(rawValue: "dns.short-header")
    /// Fewer questions or records can be read than the header counts.
    public static let dnsCut = Defect.Kind(rawValue: "dns.cut")
    /// A name runs over its limit or the end, or points forward, or at itself (RFC 1035 section 4.1.4).
    public static let dnsBadName = Defect.Kind(rawValue: "dns.bad-name")
    /// The data of a record is not what its type has; it is kept as it was sent.
    public static let dnsBadData = Defect.Kind(rawValue: "dns.bad-data")
    /// Bytes after the last record.
    public static let dnsTrailingBytes = Defect.Kind(rawValue: "dns.trailing-bytes")
}
