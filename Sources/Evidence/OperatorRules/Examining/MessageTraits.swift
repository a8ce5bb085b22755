internal import Links
internal import Messages
internal import Reading

/// What rules ask of a message besides its texts.
struct MessageTraits {
    private(set) var channel = Channel.email
    private(set) var direction = Direction.terminating
    /// When it was handed over.
    private(set) var moment = Timestamp(milliseconds: 0)
    private var recipients = 0.0
    private var links = 0.0
    private var attachments = 0.0
    private var words = 0.0
    private var size = 0.0
    private var client: [IPAddress] = []
    private var route: [IPAddress] = []
    private var isBounce = false
    private var isHTML = false
    private var isReply = false
    private var isList = false

    init() {}

    /// What a message has; one that does not say when it came did so now.
    init(_ reading: borrowing Reading, at now: Timestamp) {
        channel = reading.message.channel
        direction = reading.message.direction
        moment = reading.message.arrival.milliseconds > 0 ? reading.message.arrival : now
        let envelope = reading.message.envelope
        let named = envelope.recipients.isEmpty ? reading.header.to.count + reading.header.cc.count : envelope.recipients.count
        recipients = Double(named)
        links = Double(reading.links.all.count { $0.origin != .header } + reading.links.dropped)
        attachments = Double(reading.attachments.count)
        words = Double(reading.wordCount)
        size = Double(reading.message.bytes.count)
        for hop in reading.message.hops.prefix(RuleLimits.values) {
            if let address = hop.address { route.append(address) }
        }
        if let address = envelope.clientAddress ?? reading.message.hops.last(where: { $0.trust == .seen })?.address { client = [address] }
        isBounce = envelope.returnPathIsEmpty
        isHTML = reading.texts.html > 0
        isReply = reading.isMail && (reading.has(.inReplyTo) || reading.has(.references))
        isList = reading.isMail && (reading.has(.listID) || reading.has(.listUnsubscribe))
    }

    func number(_ field: NumberField) -> Double {
        switch field {
        case .recipients: recipients
        case .links: links
        case .attachments: attachments
        case .words: words
        case .size: size
        // Asked of the verdict.
        case .probability: .nan
        }
    }

    func flag(_ field: FlagField) -> Bool {
        switch field {
        case .isMail: channel == .email
        case .isBounce: isBounce
        case .isHTML: isHTML
        case .isReply: isReply
        case .isList: isList
        }
    }

    func addresses(_ field: AddressField) -> [IPAddress] {
        switch field {
        case .client: client
        case .route: route
        }
    }
}
