internal import Links
public import Messages
public import Reading

/// What a check looks at: the reading of a message, the phrases that were met in it, and the moment of judgement.
public struct Examination: Sendable {
    /// What was read from the message.
    public let reading: Reading
    /// The phrases that were met in its text.
    public let phrases: PhraseHits
    /// The moment of judgement, by the injected clock.
    public let now: Timestamp

    /// An examination.
    public init(_ reading: Reading, phrases: PhraseHits = PhraseHits(), now: Timestamp) {
        self.reading = reading
        self.phrases = phrases
        self.now = now
    }

    /// When the message was handed over, by the last trace line; the moment of judgement when there is none.
    ///
    /// Judged long after it came, a message's date is to be compared with its time, not with ours.
    public var receivedOrNow: Timestamp { message.hops.first?.time ?? now }

    /// The message.
    public var message: Message { reading.message }
}

// What several checks ask.
extension Examination {
    /// Whether the message is short, as texts between telephones and lines of chat are.
    var isShortText: Bool { reading.wordCount <= 80 }

    /// Whether there is a link to follow.
    var hasLink: Bool { reading.hasFollowableLink }

    /// Whether there is a telephone number to call.
    var hasNumber: Bool { reading.names(.phone, .whatsapp) }

    /// Whether there is a wallet to pay into.
    var hasWallet: Bool { reading.names(.bitcoin, .litecoin, .ethereum, .tron, .monero) }
}

extension Examination {
    /// The links a reader can follow; the sender's domain and what a page merely shows are left out.
    var followableLinks: some Sequence<Link> {
        reading.links.all.lazy.filter { $0.origin != .header }
    }

    /// The first link a reader can follow of which something is true.
    func firstLink(where isWanted: (Link) -> Bool) -> Link? {
        reading.links.all.first { $0.origin != .header && isWanted($0) }
    }

    /// A link's host, for a sentence.
    func host(of link: Link) -> String {
        String(reading.links.string(link.url.host.isEmpty ? link.url.whole : link.url.host).prefix(80))
    }
}
