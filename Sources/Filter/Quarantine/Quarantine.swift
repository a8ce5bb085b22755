internal import Messages
public import Storing
public import Telemetry

/// Keeps mails that are held, sealed, and says of each what has become of it.
///
/// A mail is held once, for all its recipients; each of them has what becomes of theirs. When nobody's is held any more the mail itself is dropped, and
/// what is said of it stays until its time is over, so that whoever asks twice hears what was done and nothing is done twice.
public struct Quarantine: Sendable {
    /// How much is kept, and for how long.
    public struct Limits: Sendable, Hashable {
        /// How long a mail is kept.
        public var keep: Duration
        /// How many bytes all mails may take together, sealed.
        public var bytes: Int

        /// Limits.
        public init(keep: Duration, bytes: Int) {
            self.keep = keep
            self.bytes = bytes
        }
    }

    private let store: any QuarantineStore
    private let key: QuarantineKey
    private let limits: Limits
    private let time: any TimeSource

    /// A quarantine over a store, whose messages open with a key.
    public init(_ store: any QuarantineStore, key: QuarantineKey, limits: Limits, time: any TimeSource) {
        self.store = store
        self.key = key
        self.limits = limits
        self.time = time
    }

    /// Signs what is released, and looks signatures over.
    public var marks: ReleaseMarks { ReleaseMarks(key, time: time) }

    /// Makes and reads links that release what is held.
    public var links: ReleaseLinks { ReleaseLinks(key, time: time) }

    // MARK: Holding

    /// Holds a mail for its recipients; when it returns, the mail is durable. Throws `full` where there is no room for it.
    public func hold(
        _ bytes: [UInt8], for recipients: [String], from transport: HeldMail.Transport, shown: HeldMail.Shown
    ) async throws(StoreError) -> HeldMail {
        let now = time.now()
        let (seconds, attoseconds) = limits.keep.components
        let kept = seconds * 1000 + attoseconds / 1_000_000_000_000_000
        var shown = shown
        shown.shorten()
        let mail = HeldMail(
            reference: Quarantine.reference(), time: now, expiry: Timestamp(milliseconds: now.milliseconds + kept), transport: transport,
            shown: shown, addressees: recipients.map { HeldMail.Addressee(address: $0, since: now) })
        let sealed: (summary: [UInt8], content: [UInt8])
        do throws(Seal.Broken) {
            sealed = (try seal(mail), try Seal.sealed(bytes, with: key.content, bound: mail.binding))
        } catch {
            throw StoreError(.failed, doing: "sealing a message", at: "quarantine")
        }
        // Names of addressees come in order, so that the store does not say who was named first.
        let names = Set(recipients.map(key.name)).sorted { $0.lexicographicallyPrecedes($1) }
        try await store.hold(
            SealedMessage(
                id: mail.reference, time: mail.time, expiry: mail.expiry, summary: sealed.summary, content: sealed.content,
                addressees: names), within: limits.bytes)
        return mail
    }

    /// A name that nobody can guess: 128 bits.
    private static func reference() -> String {
        var random = SystemRandomNumberGenerator()
        return [random.next(), random.next()].map { (number: UInt64) in
            let digits = String(number, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    /// Whether a text can be the name of a held mail.
    public static func isReference(_ text: String) -> Bool {
        text.utf8.count == 32 && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    // MARK: Looking

    /// The mails that are held, the latest first, of one addressee or of all: at most so many, from before one of them if it is given.
    public func mails(for address: String? = nil, before last: HeldMail? = nil, limit: Int) async throws(StoreError) -> [HeldMail] {
        let place = last.map { RecordPosition(time: $0.time, id: $0.reference) }
        let summaries = try await store.summaries(of: address.map(key.name), before: place, limit: limit)
        var mails: [HeldMail] = []
        for summary in summaries { mails.append(try opened(summary)) }
        return mails
    }

    /// A mail by its reference; nothing where there is none.
    public func mail(_ reference: String) async throws(StoreError) -> HeldMail? {
        guard Quarantine.isReference(reference), let summary = try await store.summary(of: reference) else { return nil }
        return try opened(summary)
    }

    /// The bytes of a mail, as they came; nothing where nobody's is held any more.
    public func bytes(of mail: HeldMail) async throws(StoreError) -> [UInt8]? {
        guard let sealed = try await store.content(of: mail.reference) else { return nil }
        do throws(Seal.Broken) {
            return try Seal.opened(sealed, with: key.content, bound: mail.binding)
        } catch {
            throw Quarantine.broken(mail.reference)
        }
    }

    /// How much is held.
    public func volume() async throws(StoreError) -> HeldVolume { try await store.volume() }

    // MARK: Changing

    /// Claims a mail for some of its recipients, so that nobody else releases it meanwhile; gives those that are still to be released, and the mail. What was
    /// claimed long ago and never finished can be claimed again: whoever claimed it is gone.
    public func claim(_ reference: String, for addresses: [String]?, by name: String) async throws(StoreError) -> Claim? {
        let now = time.now()
        let result = try await change(reference) { mail in
            var claim = Claim(mail: mail, addresses: [], isTaken: false)
            for index in mail.addressees.indices where Quarantine.isAmong(addresses, mail.addressees[index].address) {
                let addressee = mail.addressees[index]
                let age = now.milliseconds - addressee.since.milliseconds
                switch addressee.state {
                // A clock that was set back a little makes no claim an old one.
                case .releasing where age.magnitude < HeldLimits.claim.components.seconds * 1000: claim.isTaken = true
                case .held, .releasing:
                    claim.addresses.append(addressee.address)
                    mail.addressees[index].set(.releasing, at: now, by: name)
                case .released, .deleted: break
                }
            }
            claim.mail = mail
            return claim
        }
        return result
    }

    /// Says what has become of a mail for some of its recipients; gives the mail, or nothing where there is none. What is over for somebody stays as it is.
    public func settle(
        _ reference: String, for addresses: [String]?, as state: HeldMail.State, by name: String
    ) async throws(StoreError) -> HeldMail? {
        let now = time.now()
        return try await change(reference) { mail in
            for index in mail.addressees.indices where Quarantine.isAmong(addresses, mail.addressees[index].address) {
                switch (mail.addressees[index].state, state) {
                // What is being released was claimed by whoever releases it, and is not deleted under their hands.
                case (.held, _), (.releasing, .released), (.releasing, .held): mail.addressees[index].set(state, at: now, by: name)
                default: break
                }
            }
            return mail
        }
    }

    /// Notes what was learnt of a mail.
    public func note(lesson: String?, of reference: String) async throws(StoreError) -> HeldMail? {
        try await change(reference) { mail in
            mail.lesson = lesson
            return mail
        }
    }

    /// Removes what is no longer kept; gives how many mails.
    public func expire() async throws(StoreError) -> Int {
        let now = time.now()
        var count = 0
        while true {
            let removed = try await store.remove(expiredAt: now, limit: Quarantine.page)
            count += removed
            if removed < Quarantine.page { return count }
        }
    }

    private static let page = 500

    /// A mail that was claimed to be released.
    public struct Claim: Sendable {
        /// The mail.
        public var mail: HeldMail
        /// Those whose it is to be released for; those it was released or deleted for already are not among them.
        public var addresses: [String]
        /// Whether somebody else is releasing it for others of those that were named.
        public var isTaken: Bool
    }

    /// Changes a mail; when somebody else has changed it meanwhile, looks again.
    private func change<Value>(_ reference: String, _ body: (inout HeldMail) -> Value) async throws(StoreError) -> Value? {
        guard Quarantine.isReference(reference) else { return nil }
        for _ in 0..<HeldLimits.attempts {
            guard let summary = try await store.summary(of: reference) else { return nil }
            let before = try opened(summary)
            var after = before
            let value = body(&after)
            if after == before { return value }
            let sealed: [UInt8]
            do throws(Seal.Broken) { sealed = try seal(after) } catch {
                throw StoreError(.failed, doing: "sealing a message", at: "quarantine")
            }
            if try await store.replace(summary, by: sealed, droppingContent: !after.isHeld) { return value }
        }
        throw StoreError(.busy, doing: "changing a held message", at: "quarantine")
    }

    private static func isAmong(_ addresses: [String]?, _ address: String) -> Bool {
        addresses?.contains { HeldMail.isSame($0, address) } ?? true
    }

    // MARK: Sealing

    private func seal(_ mail: HeldMail) throws(Seal.Broken) -> [UInt8] {
        try Seal.sealed(mail.written, with: key.summary, bound: HeldMail.binding(ofSummary: mail.reference))
    }

    private func opened(_ summary: SealedSummary) throws(StoreError) -> HeldMail {
        do throws(Seal.Broken) {
            let written = try Seal.opened(summary.bytes, with: key.summary, bound: HeldMail.binding(ofSummary: summary.id))
            // What lies in the clear beside it may have been changed; what was sealed counts.
            guard let mail = HeldMail(written: written), mail.reference == summary.id else { throw Seal.Broken() }
            return mail
        } catch {
            throw Quarantine.broken(summary.id)
        }
    }

    private static func broken(_ reference: String) -> StoreError {
        StoreError(
            .damaged, doing: "opening a held message", at: reference, detail: "changed, or sealed with another key: see quarantine.key")
    }
}

extension HeldMail.Addressee {
    fileprivate mutating func set(_ state: HeldMail.State, at moment: Timestamp, by name: String) {
        self.state = state
        since = moment
        by = name
    }
}

extension HeldMail.Shown {
    /// Cuts what a stranger wrote to what lists have room for, and takes out what a terminal or a page would obey.
    fileprivate mutating func shorten() {
        author = HeldMail.Shown.safe(author)
        subject = HeldMail.Shown.safe(subject)
        reasons = reasons.prefix(HeldLimits.reasons).map { reason in
            HeldMail.Reason(
                id: HeldMail.Shown.safe(reason.id), weight: reason.weight,
                details: reason.details.prefix(HeldLimits.details).map(HeldMail.Shown.safe))
        }
    }

    private static func safe(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(HeldLimits.shownLength) {
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: kept.append(" ")
            // Controls of direction (Unicode Standard Annex 9): they would turn what stands beside.
            case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: break
            default: kept.append(scalar)
            }
        }
        return String(kept)
    }
}
