// What a check needs before it can find anything, and what a message offers: the two masks that keep most checks from being asked.

internal import Links
internal import Messages
internal import Reading
internal import Text

/// What must be true of a message for a check to find anything in it.
///
/// Whoever asks the checks leaves out those whose needs are not met. Needs may promise too little, never too much: a check whose needs
/// are unmet must have nothing to say, which a test verifies with every sample.
public struct Needs: Sendable {
    /// All of these must hold.
    var traits: Traits = []
    /// One of these must be a sign of some link's host; any or no link will do when there are none.
    var hostSigns: HostSigns = []
    /// One of these must be a sign of some link; any or no link will do when there are none.
    var linkSigns: LinkSigns = []
    /// A phrase of one of these must have been met; any or no phrase will do when there are none.
    var themes: ThemeSet = []

    /// Nothing: the check is always asked.
    public static let nothing = Needs()

    /// All of these traits.
    static func all(_ traits: Traits) -> Needs { Needs(traits: traits) }

    /// A link that a reader can follow, whose host has one of these signs.
    static func host(_ signs: HostSigns) -> Needs { Needs(hostSigns: signs) }

    /// A link that a reader can follow, with one of these signs.
    static func link(_ signs: LinkSigns) -> Needs { Needs(linkSigns: signs) }

    /// A phrase of one of these themes, and all of these traits.
    static func phrase(_ themes: ThemeSet, _ traits: Traits = []) -> Needs { Needs(traits: traits, themes: themes) }
}

/// What is true of a message, as far as checks are grouped by it.
struct Traits: OptionSet, Sendable, Hashable {
    let rawValue: UInt32

    /// The message is a mail.
    static let mail = Traits(rawValue: 1 << 0)
    /// A mailbox is named in From.
    static let author = Traits(rawValue: 1 << 1)
    /// A mailbox is named in Reply-To.
    static let replyTo = Traits(rawValue: 1 << 2)
    /// There is a station on the way.
    static let route = Traits(rawValue: 1 << 3)
    /// There is a part of HTML.
    static let html = Traits(rawValue: 1 << 4)
    /// There is an attachment.
    static let attachments = Traits(rawValue: 1 << 5)
    /// An archive's content is known.
    static let archives = Traits(rawValue: 1 << 6)
    /// A format or decoding found something broken.
    static let defects = Traits(rawValue: 1 << 7)
    /// There is a link that a reader can follow.
    static let links = Traits(rawValue: 1 << 8)
    /// One such link is written so that programs do not see it.
    static let disguisedLinks = Traits(rawValue: 1 << 9)
    /// One such link is in a picture's code.
    static let codes = Traits(rawValue: 1 << 10)
    /// The text has characters or words that hide what it says.
    static let obfuscation = Traits(rawValue: 1 << 11)
    /// There is a field that names a list.
    static let list = Traits(rawValue: 1 << 12)
    /// There is a field that says how to leave a list.
    static let listUnsubscribe = Traits(rawValue: 1 << 13)
    /// There is a field that names an earlier mail.
    static let reply = Traits(rawValue: 1 << 14)
    /// There is a field that asks for a receipt.
    static let receiptRequest = Traits(rawValue: 1 << 15)
    /// There is a field that says how urgent the mail is.
    static let priority = Traits(rawValue: 1 << 16)
    /// There is a field that names the program that wrote the mail.
    static let mailer = Traits(rawValue: 1 << 17)
    /// There is a field that names the script that sent the mail.
    static let script = Traits(rawValue: 1 << 18)
    /// A field that may occur once occurs again.
    static let repeatedFields = Traits(rawValue: 1 << 19)
    /// There is no date field.
    static let noDate = Traits(rawValue: 1 << 20)
    /// There is no Message-ID field.
    static let noMessageID = Traits(rawValue: 1 << 21)
    /// No station left a trace line.
    static let noTrace = Traits(rawValue: 1 << 22)
}

/// What one message offers to checks.
struct Offer {
    private(set) var traits: Traits = []
    private(set) var hostSigns: HostSigns = []
    private(set) var linkSigns: LinkSigns = []
    private(set) var themes: ThemeSet

    /// What the examined message offers.
    init(_ examination: borrowing Examination) {
        themes = examination.phrases.themes
        addFields(of: examination.reading)
        addLinks(of: examination.reading)
        addContent(of: examination.reading)
    }

    /// Whether a check of these needs can find anything.
    @inline(__always)
    func meets(_ needs: Needs) -> Bool {
        traits.isSuperset(of: needs.traits)
            && (needs.hostSigns.isEmpty || !needs.hostSigns.isDisjoint(with: hostSigns))
            && (needs.linkSigns.isEmpty || !needs.linkSigns.isDisjoint(with: linkSigns))
            && (needs.themes.isEmpty || !needs.themes.isDisjoint(with: themes))
    }

    private mutating func set(_ trait: Traits, _ isTrue: Bool) {
        if isTrue { traits.insert(trait) }
    }

    private mutating func addFields(of reading: Reading) {
        var seen: Traits = []
        var isRepeated = false
        // Of fields that may occur once: subject, date, to, message id, reply-to, sender, from.
        var single: UInt8 = 0
        func count(_ bit: UInt8) {
            if single & bit != 0 { isRepeated = true }
            single |= bit
        }
        var hasTrace = false
        for index in reading.message.parts[0].headers.range {
            switch reading.message.headers[index].known {
            case .subject: count(1)
            case .date: count(2)
            case .to: count(4)
            case .messageID: count(8)
            case .replyTo: count(16)
            case .sender: count(32)
            case .from: count(64)
            case .received: hasTrace = true
            case .listID: seen.insert(.list)
            case .listUnsubscribe: seen.insert(.listUnsubscribe)
            case .inReplyTo, .references: seen.insert(.reply)
            case .dispositionNotificationTo, .returnReceiptTo: seen.insert(.receiptRequest)
            case .xPriority, .importance: seen.insert(.priority)
            case .xMailer: seen.insert(.mailer)
            case .xPHPOriginatingScript: seen.insert(.script)
            default: break
            }
        }
        traits.formUnion(seen)
        set(.repeatedFields, isRepeated)
        set(.noDate, single & 2 == 0)
        set(.noMessageID, single & 8 == 0)
        set(.noTrace, !hasTrace)
    }

    private mutating func addLinks(of reading: Reading) {
        for link in reading.links.all where link.origin != .header {
            hostSigns.formUnion(link.hostSigns)
            linkSigns.formUnion(link.signs)
            traits.insert(.links)
            if !link.disguise.isEmpty { traits.insert(.disguisedLinks) }
            if link.origin == .qrCode { traits.insert(.codes) }
        }
    }

    private mutating func addContent(of reading: Reading) {
        set(.mail, reading.isMail)
        set(.author, !reading.header.from.isEmpty)
        set(.replyTo, !reading.header.replyTo.isEmpty)
        set(.route, !reading.message.hops.isEmpty)
        set(.html, !reading.pages.isEmpty)
        set(.attachments, !reading.attachments.isEmpty)
        set(.archives, reading.attachments.contains { $0.listing != nil })
        set(.defects, !(reading.message.defects.isEmpty && reading.defects.isEmpty && reading.header.defects.isEmpty))
        set(.obfuscation, Offer.isObfuscated(reading))
    }

    private static func isObfuscated(_ reading: Reading) -> Bool {
        let signs = reading.folded.signs
        let characters = signs.bidiControls | signs.tagCharacters | signs.stackedMarks | signs.styledLetters
        let words = signs.zeroWidthWords | signs.mixedScriptWords | signs.confusableWords | signs.joinedWords | signs.leetWords
        return characters | words != 0
    }
}
