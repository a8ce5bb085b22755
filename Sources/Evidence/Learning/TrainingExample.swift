public import Features
public import Messages

/// One thing somebody taught: a message's features, what it is, and who said so when.
public struct TrainingExample: Sendable, Hashable {
    /// Names the message: the same bytes have the same fingerprint.
    public var fingerprint: String
    /// Whether it is spam.
    public var isSpam: Bool
    /// Who said so: a command's user, a reporter, a trap.
    public var source: String
    /// Why, in the teacher's words; empty when nothing was said.
    public var reason: String
    /// When it was taught.
    public var time: Timestamp
    /// Names what the message says: copies in a campaign have the same key. Zero when it says nothing.
    public var contentKey: UInt64
    /// Whether it is never learnt from, and serves to compare models.
    public internal(set) var isHeldOut = false
    /// The message's features, in the form in which they are kept.
    public private(set) var features: FeatureSet
    /// What stands for the recipient whose word alone it is; zero when it was taught for everybody.
    public var recipient: UInt64 { features.recipient }
    /// How far the content expert is believed on it; nothing in examples that were kept without.
    public private(set) var wording: Wording?
    /// What the checks found, to fit their weights anew; empty in examples that were kept without.
    public private(set) var findings: [WeighedFinding]
    /// How it travelled; nothing in examples that were kept without.
    public private(set) var channel: Channel?

    /// An example of a message with these features.
    public init(
        fingerprint: String, isSpam: Bool, source: String, reason: String = "", time: Timestamp, features: FeatureSet,
        contentKey: UInt64 = 0, findings: [WeighedFinding] = [], wording: Wording? = nil, channel: Channel? = nil
    ) {
        self.fingerprint = fingerprint
        self.isSpam = isSpam
        self.source = source
        self.reason = reason
        self.time = time
        self.contentKey = contentKey
        self.features = TrainingExample.kept(features)
        self.findings = TrainingExample.kept(findings)
        self.wording = wording
        self.channel = channel.flatMap { $0.isCode ? $0 : nil }
    }

    /// What the combiner must know of it.
    var traits: MessageTraits {
        MessageTraits(family: features.family, channel: channel, wording: wording, contentKey: contentKey)
    }

    /// Whether the message is one of the tenth that is held out of many: always the same, for all copies of a text.
    var isOfHeldOutTenth: Bool {
        let key = contentKey == 0 ? UInt64(fingerprint, radix: 16) ?? 0 : contentKey
        return SplitMix.finalised(key) % 10 == 0
    }

    /// A message's fingerprint: 64 bits of its bytes as sixteen hexadecimal digits. Tells messages apart, proves nothing.
    public static func fingerprint(of bytes: Span<UInt8>) -> String {
        var hash = FNV1a.hash(of: bytes)
        hash ^= hash >> 32
        hash &*= 0xD6E8_FEB8_6659_FD93
        hash ^= hash >> 32
        return text(ofFingerprint: hash)
    }

    /// The fingerprint of a message as one recipient sees it, who may say another thing of it than others do.
    public static func fingerprint(of bytes: Span<UInt8>, for recipient: UInt64) -> String {
        let whole = fingerprint(of: bytes)
        guard recipient != 0, let hash = UInt64(whole, radix: 16) else { return whole }
        return text(ofFingerprint: (hash ^ recipient) &* 0xD6E8_FEB8_6659_FD93 ^ recipient >> 32)
    }

    /// A fingerprint as sixteen hexadecimal digits.
    static func text(ofFingerprint number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

// The form in which an example is kept: version, class (1 spam, plus 2 when held out, plus 4 when one recipient's alone), family, two texts
// with their lengths, then the three groups of features, each with its count, then trailing fields: a tag (1 byte), a length, and so many
// bytes, to the end. A reader passes over tags it does not know, so that more can be kept beside an example later; one that knows no
// recipients refuses their examples by the class. Of a hash the bits that the largest model uses are kept, in order, each as its distance
// from the one before: two bytes instead of four. Little-endian; numbers of unknown length have seven bits a byte, the last one without its
// highest bit (LEB128).
//
// Tag 1 is the content key (8 bytes); tag 2 the findings, of each the id with its length and the strength in sixteenths (1 byte), at most 255
// in the order of their ids; tag 3 the recipient whose word it is (8 bytes); tag 4 the wording: words (1 byte) and language; tag 5 the
// channel's code.
extension TrainingExample {
    /// The version of this form. Version 2 had no trailing fields, and is still read; version 1 had all features in one group and four bytes a
    /// hash; examples of that form are read no more, because the features it names have changed.
    private static let version: UInt8 = 3
    private static let contentKeyTag: UInt8 = 1
    private static let findingsTag: UInt8 = 2
    private static let recipientTag: UInt8 = 3
    private static let wordingTag: UInt8 = 4
    private static let channelTag: UInt8 = 5

    /// The features as they are kept: in each group the bits of a hash that a model uses, in order, none twice.
    private static func kept(_ features: FeatureSet) -> FeatureSet {
        var hashes: [UInt32] = []
        var ends: [Int] = []
        hashes.reserveCapacity(features.count)
        var sorting = SortedHashes()
        for range in [features.portable, features.header, features.grams] {
            sorting.append(features.hashes.span.extracting(range), to: &hashes)
            ends.append(hashes.count)
        }
        var kept = FeatureSet(family: features.family, hashes: hashes, portableEnd: ends[0], headerEnd: ends[1])
        kept.recipient = features.recipient
        return kept
    }

    /// How many findings are kept.
    private static let mostFindings = 255

    /// Findings in the form in which they are kept: in the order of their ids, none twice, strengths as whole sixteenths below sixteen.
    private static func kept(_ findings: [WeighedFinding]) -> [WeighedFinding] {
        var kept: [WeighedFinding] = []
        for finding in findings.sorted(by: { $0.id < $1.id }) {
            guard (1...255).contains(finding.id.utf8.count), finding.strength > 0, kept.last?.id != finding.id else { continue }
            kept.append(WeighedFinding(id: finding.id, strength: min(max((finding.strength * 16).rounded(), 1), 255) / 16))
        }
        return Array(kept.prefix(mostFindings))
    }

    /// The findings in a field's bytes; nothing when they are none, too many, not UTF-8 or out of order.
    private static func findings(in field: ArraySlice<UInt8>) -> [WeighedFinding]? {
        var findings: [WeighedFinding] = []
        var index = field.startIndex
        while index < field.endIndex {
            let end = index + 1 + Int(field[index])
            guard findings.count < mostFindings, field[index] > 0, end < field.endIndex, field[end] > 0,
                let id = String(validating: field[(index + 1)..<end], as: UTF8.self), findings.last.map({ $0.id < id }) ?? true
            else { return nil }
            findings.append(WeighedFinding(id: id, strength: Double(field[end]) / 16))
            index = end + 1
        }
        return findings
    }

    /// The example as bytes; fingerprint and time are kept beside them.
    var bytes: [UInt8] {
        let kind: UInt8 = (isSpam ? 1 : 0) | (isHeldOut ? 2 : 0) | (recipient != 0 ? 4 : 0)
        var bytes: [UInt8] = [TrainingExample.version, kind, features.family.rawValue]
        bytes.append(short: source)
        bytes.append(short: reason)
        for range in [features.portable, features.header, features.grams] {
            LEB128.append(range.count, to: &bytes)
            var before: UInt32 = 0
            for hash in features.hashes[range] {
                LEB128.append(Int(hash - before), to: &bytes)
                before = hash
            }
        }
        TrainingExample.append(contentKey, tag: TrainingExample.contentKeyTag, to: &bytes)
        if recipient != 0 { TrainingExample.append(recipient, tag: TrainingExample.recipientTag, to: &bytes) }
        if let wording {
            let field = [wording.words] + Array(wording.language.utf8)
            bytes += [TrainingExample.wordingTag, UInt8(field.count)] + field
        }
        if let channel {
            let field = Array(channel.rawValue.utf8)
            bytes += [TrainingExample.channelTag, UInt8(field.count)] + field
        }
        guard !findings.isEmpty else { return bytes }
        let field = findings.flatMap { [UInt8($0.id.utf8.count)] + Array($0.id.utf8) + [UInt8($0.strength * 16)] }
        bytes.append(TrainingExample.findingsTag)
        LEB128.append(field.count, to: &bytes)
        return bytes + field
    }

    /// The example that bytes hold, or nothing when they hold none.
    init?(bytes: [UInt8], fingerprint: String, time: Timestamp) {
        guard bytes.count >= 5, bytes[0] == TrainingExample.version || bytes[0] == 2, bytes[1] <= 7,
            let family = ChannelFamily(rawValue: bytes[2])
        else {
            return nil
        }
        var index = 3
        var texts: [String] = []
        for _ in 0..<2 {
            guard index < bytes.count else { return nil }
            let end = index + 1 + Int(bytes[index])
            guard end <= bytes.count else { return nil }
            // What is not UTF-8 is replaced, and may then be longer.
            texts.append(String(decoding: bytes[(index + 1)..<end], as: UTF8.self).cut(toBytes: 255))
            index = end
        }
        var hashes: [UInt32] = []
        var ends: [Int] = []
        for _ in 0..<3 {
            guard let count = LEB128.number(in: bytes, at: &index), count <= bytes.count - index else { return nil }
            var before: UInt32 = 0
            for place in 0..<count {
                guard let distance = LEB128.number(in: bytes, at: &index), distance <= Int(SortedHashes.mask - before),
                    distance > 0 || place == 0
                else { return nil }
                before += UInt32(distance)
                hashes.append(before)
            }
            ends.append(hashes.count)
        }
        if bytes[0] == 2, index < bytes.count { return nil }
        guard let fields = bytes[0] == 2 ? Fields(contentKey: 0) : TrainingExample.fields(of: bytes, from: index) else { return nil }
        guard let key = fields.contentKey, (fields.recipient != 0) == (bytes[1] & 4 != 0) else { return nil }
        self.contentKey = key
        self.findings = fields.findings
        self.wording = fields.wording
        self.channel = fields.channel
        self.isHeldOut = bytes[1] & 2 != 0
        self.fingerprint = fingerprint
        self.time = time
        self.isSpam = bytes[1] & 1 != 0
        self.source = texts[0]
        self.reason = texts[1]
        self.features = FeatureSet(family: family, hashes: hashes, portableEnd: ends[0], headerEnd: ends[1])
        self.features.recipient = fields.recipient
    }

    /// What the trailing fields say.
    private struct Fields {
        var contentKey: UInt64?
        var recipient: UInt64 = 0
        var findings: [WeighedFinding] = []
        var wording: Wording?
        var channel: Channel?
    }

    /// The trailing fields; nothing when they are not fields.
    private static func fields(of bytes: [UInt8], from start: Int) -> Fields? {
        var index = start
        var fields = Fields()
        while index < bytes.count {
            let tag = bytes[index]
            index += 1
            guard let length = LEB128.number(in: bytes, at: &index), length <= bytes.count - index else { return nil }
            let end = index + length
            let isWord = length == 8
            let word = isWord ? bytes.span.word(at: index) : 0
            if tag == contentKeyTag, isWord {
                fields.contentKey = word
            } else if tag == recipientTag {
                // An example of one recipient must never pass for everybody's.
                guard isWord, word != 0 else { return nil }
                fields.recipient = word
            } else if tag == findingsTag {
                guard let findings = findings(in: bytes[index..<end]) else { return nil }
                fields.findings = findings
            } else if tag == wordingTag, length > 0 {
                let language = String(validating: bytes[(index + 1)..<end], as: UTF8.self)
                fields.wording = Wording(words: Int(bytes[index]), languageTag: language)
            } else if tag == channelTag {
                let channel = String(validating: bytes[index..<end], as: UTF8.self).map { Channel(rawValue: $0) }
                fields.channel = channel.flatMap { $0.isCode ? $0 : nil }
            }
            index = end
        }
        return fields
    }

    private static func append(_ number: UInt64, tag: UInt8, to bytes: inout [UInt8]) {
        bytes += [tag, 8]
        bytes.append(littleEndian: number)
    }
}
