// A record of DMARC (RFC 9989 sections 4.7 and 4.8, with the tags that RFC 7489 had). Whoever owns a domain writes it: hostile input.

/// A record of DMARC, read.
public struct DMARCRecord: Sendable, Hashable {
    /// The bounds of what is kept of a record. A record itself is at most as long as a TXT record: 64 KiB.
    public enum Limits {
        /// Addresses of one tag.
        public static let addresses = 32
        /// Problems.
        public static let problems = 64
    }

    /// How closely two domains must agree (section 4.4).
    public enum Alignment: String, Sendable, Hashable {
        /// Their organisational domains must be the same.
        case relaxed = "r"
        /// They must be the same.
        case strict = "s"
    }

    /// Whether a domain gives names to others (section 4.7, `psd`).
    public enum PublicSuffix: String, Sendable, Hashable {
        /// It does.
        case yes = "y"
        /// It does not, and it is an organisation's topmost domain.
        case no = "n"
        /// Nobody says.
        case unknown = "u"
    }

    /// When a report of a single failure is wanted (section 4.7, `fo`).
    public enum FailureOption: String, Sendable, Hashable {
        /// When nothing gave an aligned pass.
        case all = "0"
        /// When anything did not give an aligned pass.
        case any = "1"
        /// When a signature failed.
        case dkim = "d"
        /// When SPF failed.
        case spf = "s"
    }

    /// How far a record's policy can be used (section 4.10.1).
    public enum Usability: Sendable, Hashable {
        /// As it is written.
        case asWritten
        /// As `p=none`: the policy is missing or wrong, and reports are wanted.
        case asNone
        /// Not at all: the policy is missing or wrong, and no reports are wanted.
        case unusable
    }

    /// What is asked for mail of the domain itself; nothing where the tag is missing or wrong.
    public internal(set) var policy: DMARCPolicy?
    /// What is asked for mail of domains below; nothing where the tag is missing or wrong.
    public internal(set) var subdomainPolicy: DMARCPolicy?
    /// What is asked for mail of domains below that do not exist; nothing where the tag is missing or wrong.
    public internal(set) var nonexistentPolicy: DMARCPolicy?
    /// How closely the domain of a signature must agree.
    public internal(set) var dkimAlignment = Alignment.relaxed
    /// How closely the domain of SPF must agree.
    public internal(set) var spfAlignment = Alignment.relaxed
    /// When reports of single failures are wanted.
    public internal(set) var failureOptions: Set<FailureOption> = [.all]
    /// Where aggregate reports are wanted.
    public internal(set) var aggregateAddresses: [DMARCReportURI] = []
    /// Where reports of single failures are wanted.
    public internal(set) var failureAddresses: [DMARCReportURI] = []
    /// Whether the domain gives names to others.
    public internal(set) var publicSuffix = PublicSuffix.unknown
    /// Whether the policy is only tried out (`t`).
    public internal(set) var isTesting = false
    /// For how many of a hundred messages the policy is meant (RFC 7489 `pct`); nothing where the tag is missing or wrong.
    public internal(set) var percentage: Int?
    /// What is wrong or out of date, in the order of the record.
    public internal(set) var problems: [DMARCRecordProblem] = []
    /// Whether a tag that names a policy has a value that is none.
    public internal(set) var hasBadPolicy = false
    /// The record's bytes.
    public let bytes: [UInt8]

    /// Reads a text; nothing where it does not begin with the version `v=DMARC1` (section 4.7).
    public init?(_ text: [UInt8]) {
        guard let start = DMARCRecord.versionEnd(text) else { return nil }
        bytes = text
        var reading = DMARCRecordReading()
        reading.read(text, from: start, into: &self)
    }

    /// How far the policy can be used. A `p` is needed; a wrong `sp` or `np` spoils it too.
    public var usability: Usability {
        if policy != nil, !hasBadPolicy { return .asWritten }
        return aggregateAddresses.isEmpty ? .unusable : .asNone
    }

    /// The offset behind the version; nothing where a text does not begin with it, or something else stands before the semicolon.
    private static func versionEnd(_ text: [UInt8]) -> Int? {
        var index = 0
        func skipBlanks() { while index < text.count, text[index] == 0x20 || text[index] == 0x09 { index += 1 } }
        guard let first = text.first, first | 0x20 == UInt8(ascii: "v") else { return nil }
        index = 1
        skipBlanks()
        guard index < text.count, text[index] == UInt8(ascii: "=") else { return nil }
        index += 1
        skipBlanks()
        guard text[index...].starts(with: Array("DMARC1".utf8)) else { return nil }
        index += 6
        skipBlanks()
        return index == text.count || text[index] == UInt8(ascii: ";") ? index : nil
    }
}
