public import Connections
public import Filter
internal import MIME
public import Messages
public import Quarantine
public import Storing
public import Telemetry

/// Does what people and gateways want done with held mails: holds, shows, releases, deletes, learns; and writes down who did it.
public struct QuarantineDesk: Sendable {
    /// What a desk works with.
    public struct Room: Sendable {
        /// The mails.
        public var quarantine: Quarantine
        /// What was done.
        public var audit: AuditTrail

        /// A room.
        public init(quarantine: Quarantine, audit: AuditTrail) {
            self.quarantine = quarantine
            self.audit = audit
        }
    }

    /// Why something was not done.
    public enum Refusal: Error, Sendable, Hashable {
        /// No mail of this reference is held, or none of those who ask.
        case unheard
        /// Somebody else is releasing it.
        case busy
        /// There is no room for another mail now.
        case crowded
        /// No mail server is named that takes what is released.
        case noServer
        /// The mail server did not take it.
        case notSent(String)
        /// The store could not.
        case failed(StoreError)
    }

    /// What was learnt beside.
    public enum Lesson: Sendable, Hashable {
        /// It was learnt: the id of the example, and the model that judges from now on.
        case learnt(id: String, model: String)
        /// The model stays as it is.
        case kept(because: String)
    }

    /// What was done.
    public struct Outcome: Sendable, Hashable {
        /// The mail, as it is now.
        public var mail: HeldMail
        /// Those for whom something changed.
        public var changed: [String]
        /// Those whom the mail server refused, with what it said.
        public var refused: [SubmissionSession.Refusal] = []
        /// What was learnt; nothing where nothing was to be.
        public var lesson: Lesson?
    }

    /// Gives the mails; nothing where there never were any, unless they are to be made room for.
    public typealias Opening = @Sendable (_ isMade: Bool) async throws(StoreError) -> Room?

    private let open: Opening
    private let reception: MailReception
    private let sender: (any MailSending)?
    private let teacher: (any Teaching)?
    private let time: any TimeSource
    private let budget: ByteBudget

    /// How many copies of a mail there are at a time while it is made ready to be sent, or to be learnt from; later there is one.
    static let copies = 4

    /// A desk.
    /// - Parameters:
    ///   - reception: makes messages of mails that were held, as it did when they came.
    ///   - sender: hands on what is released; nothing where nobody takes it.
    ///   - teacher: learns; nothing where nothing is learnt.
    ///   - time: the clock.
    ///   - budget: what mails count in that are being released, or learnt from; without end unless it is said.
    ///   - open: gives the mails; asked each time, so that they are not looked for before they are needed.
    public init(
        reception: MailReception, sender: (any MailSending)?, teacher: (any Teaching)?, time: any TimeSource,
        budget: ByteBudget = ByteBudget(.max), opening open: @escaping Opening
    ) {
        self.reception = reception
        self.sender = sender
        self.teacher = teacher
        self.time = time
        self.budget = budget
        self.open = open
    }

    /// The mails, where there are any.
    func opened() async throws(Refusal) -> Room {
        let room: Room?
        do throws(StoreError) { room = try await open(false) } catch { throw .failed(error) }
        guard let room else { throw .unheard }
        return room
    }

    /// What a store gives, its errors told as refusals.
    private func told<Value>(_ body: () async throws(StoreError) -> Value) async throws(Refusal) -> Value {
        do throws(StoreError) { return try await body() } catch { throw .failed(error) }
    }

    // MARK: Holding and looking

    /// Makes room for mails. Throws where there can be none.
    public func makeReady() async throws(StoreError) { _ = try await open(true) }

    /// Holds a mail of which this is thought, for its recipients. Throws `invalid` for one that could not be released again as it came.
    public func hold(_ mail: MailTransaction, as message: Message, judged: JudgedMail) async throws(StoreError) -> HeldMail {
        let sent = SubmissionSession.Mail(returnPath: mail.returnPath ?? "", recipients: mail.recipients, bytes: [])
        if let problem = mail.lacksRecipients ? "it has more recipients than are known" : SubmissionSession.problem(with: sent) {
            throw StoreError(.invalid, doing: "holding a message", at: "quarantine", detail: problem)
        }
        guard let room = try await open(true) else { throw StoreError(.missing, doing: "holding a message", at: "quarantine") }
        return try await room.quarantine.hold(
            mail.bytes, for: mail.recipients, from: HeldMail.Transport(mail), shown: HeldMail.Shown(message, judged, size: mail.bytes.count)
        )
    }

    /// The same for a program, whose name is written down.
    public func hold(_ mail: MailTransaction, as message: Message, judged: JudgedMail, by name: String) async throws(Refusal) -> HeldMail {
        let held = try await told { () async throws(StoreError) in try await hold(mail, as: message, judged: judged) }
        try await note(.hold, held.reference, by: name, count: mail.recipients.count, in: try await opened())
        return held
    }

    /// Held mails, the latest first: of one recipient or of all, at most so many, from before one of them.
    public func mails(for address: String?, before reference: String?, limit: Int) async throws(Refusal) -> [HeldMail] {
        var last: HeldMail?
        if let reference { last = try await mail(reference, of: address) }
        let found = last
        guard let quarantine = try await told({ () async throws(StoreError) in try await open(false) })?.quarantine else { return [] }
        let mails = try await told { () async throws(StoreError) in
            try await quarantine.mails(for: address, before: found, limit: limit)
        }
        return address.map { address in mails.map { $0.seen(by: address) } } ?? mails
    }

    /// A held mail by its reference; a recipient sees theirs alone.
    public func mail(_ reference: String, of address: String?) async throws(Refusal) -> HeldMail {
        let quarantine = try await opened().quarantine
        let mail = try await told { () async throws(StoreError) in try await quarantine.mail(reference) }
        guard let mail else { throw .unheard }
        guard let address else { return mail }
        guard mail.isFor(address) else { throw .unheard }
        return mail.seen(by: address)
    }

    /// The bytes of a held mail, as they came; who reads them is written down. A recipient reads what is theirs, as long as it is held for them. They count in
    /// the budget as long as the share is kept.
    public func bytes(of reference: String, for address: String?, by name: String) async throws(Refusal) -> (
        bytes: [UInt8], kept: KeptShare
    ) {
        let room = try await opened()
        let mine = try await mail(reference, of: address)
        guard mine.isHeld else { throw .unheard }
        let whole = try await mail(reference, of: nil)
        var share = try reserve(for: whole)
        try await note(.read, reference, by: name, in: room)
        let bytes = try await content(of: whole, in: room)
        _ = share.resize(to: min(bytes.count, share.count))
        return (bytes, KeptShare(share))
    }

    private func content(of mail: HeldMail, in room: Room) async throws(Refusal) -> [UInt8] {
        let bytes = try await told { () async throws(StoreError) in try await room.quarantine.bytes(of: mail) }
        guard let bytes else { throw .unheard }
        return bytes
    }

    // MARK: Releasing and deleting

    /// Hands a mail on to those it is held for, or to some of them; before that learns that it is ham, where that is wanted. Asked again it does nothing
    /// more. When it throws, the mail is held as before.
    public func release(
        _ reference: String, for addresses: [String]? = nil, isLearnt: Bool, by name: String
    ) async throws(Refusal) -> Outcome {
        let room = try await opened()
        guard let sender else { throw .noServer }
        let before = try await check(reference, addresses)
        var share = try reserve(for: before)
        try await note(.release, reference, by: name, count: addresses?.count, in: room)
        // Before the claim: it outlasts all that is done under it, so that nobody hands the mail on beside us.
        let start = time.monotonic()
        let claimed = try await told { () async throws(StoreError) in
            try await room.quarantine.claim(reference, for: addresses, by: name)
        }
        guard let claim = claimed else { throw .unheard }
        guard !claim.addresses.isEmpty else {
            if claim.isTaken { throw .busy }
            return Outcome(mail: claim.mail, changed: [])
        }
        let (refused, lesson): ([SubmissionSession.Refusal], Lesson?)
        do throws(Refusal) {
            let ready = try await outgoing(claim, isLearnt: isLearnt, by: name, in: room)
            lesson = ready.lesson
            _ = share.resize(to: ready.mail.bytes.count)
            refused = try await hand(over: ready.mail, to: sender, until: start + HeldLimits.release)
        } catch {
            // A claim that is over may be another's by now.
            if time.monotonic() - start < HeldLimits.claim {
                _ = try? await settle(reference, claim.addresses, .held, name, room)
            }
            throw error
        }
        // From here on the mail server has it: where that cannot be written down, it is not held again for those who got it.
        let taken = claim.addresses.filter { address in !refused.contains { $0.recipient == address } }
        if !refused.isEmpty { _ = try await settle(reference, refused.map(\.recipient), .held, name, room) }
        guard let mail = try await settle(reference, taken, .released, name, room) else { throw .unheard }
        _ = share.resize(to: 0)
        return Outcome(mail: mail, changed: taken, refused: refused, lesson: lesson)
    }

    /// Drops a mail for those it is held for, or for some of them; before that learns that it is spam, where that is wanted.
    public func delete(
        _ reference: String, for addresses: [String]? = nil, isLearnt: Bool, by name: String
    ) async throws(Refusal) -> Outcome {
        let room = try await opened()
        let before = try await check(reference, addresses)
        let isHeld = before.addressees.contains { addressee in
            addressee.state == .held && addresses?.contains { HeldMail.isSame($0, addressee.address) } ?? true
        }
        var share = try reserve(for: isLearnt && isHeld ? before : nil)
        try await note(.delete, reference, by: name, count: addresses?.count, in: room)
        var lesson: Lesson?
        if isLearnt, isHeld {
            let bytes = try await content(of: before, in: room)
            lesson = try await learn(.spam, before, bytes, by: name, in: room)
        }
        _ = share.resize(to: 0)
        guard let mail = try await settle(reference, addresses, .deleted, name, room) else { throw .unheard }
        let changed = zip(before.addressees, mail.addressees).filter { $0.state != $1.state }.map(\.1.address)
        return Outcome(mail: mail, changed: changed, lesson: lesson)
    }

    /// Removes what is no longer kept; gives how many mails.
    public func expire(by name: String) async throws(Refusal) -> Int {
        guard let room = try await told({ () async throws(StoreError) in try await open(false) }) else { return 0 }
        let count = try await told { () async throws(StoreError) in try await room.quarantine.expire() }
        if count > 0 { try await note(.expire, "", by: name, count: count, in: room) }
        return count
    }

    /// The mail, where it is held for all who are named.
    @discardableResult
    private func check(_ reference: String, _ addresses: [String]?) async throws(Refusal) -> HeldMail {
        let mail = try await mail(reference, of: nil)
        guard addresses?.allSatisfy(mail.isFor) ?? true else { throw .unheard }
        return mail
    }

    /// Room for the copies of a mail that is held; half of all there is at most, or the longest would never find any.
    private func reserve(for mail: HeldMail?) throws(Refusal) -> ByteShare {
        var share = budget.share()
        let bytes = mail.map { $0.isHeld ? $0.shown.size * QuarantineDesk.copies : 0 } ?? 0
        guard share.resize(to: min(bytes, budget.limit / 2)) else { throw .crowded }
        return share
    }

    /// Writes down what has become of a mail, also where whoever asked for it is gone or the service stops: what was handed on is not held again.
    private func settle(
        _ reference: String, _ addresses: [String]?, _ state: HeldMail.State, _ name: String, _ room: Room
    ) async throws(Refusal) -> HeldMail? {
        // A task of its own is not cancelled with ours.
        let settling = Task { () async -> Result<HeldMail?, StoreError> in
            do throws(StoreError) {
                return .success(try await room.quarantine.settle(reference, for: addresses, as: state, by: name))
            } catch {
                return .failure(error)
            }
        }
        switch await settling.value {
        case .success(let mail): return mail
        case .failure(let problem): throw .failed(problem)
        }
    }

    private func note(
        _ action: AuditTrail.Action, _ reference: String, by name: String, count: Int? = nil, in room: Room
    ) async throws(Refusal) {
        let entry = AuditTrail.Entry(time: time.now(), action: action, by: name, reference: reference, count: count)
        try await told { () async throws(StoreError) in try await room.audit.note(entry) }
    }

    /// A claimed mail as it is to be sent, with the trace of how it came on top and our mark above that; before that learns that it is ham, where that is
    /// wanted. What it is made of is gone when it is made.
    private func outgoing(
        _ claim: Quarantine.Claim, isLearnt: Bool, by name: String, in room: Room
    ) async throws(Refusal) -> (mail: SubmissionSession.Mail, lesson: Lesson?) {
        let bytes = try await content(of: claim.mail, in: room)
        let lesson = isLearnt ? try await learn(.ham, claim.mail, bytes, by: name, in: room) : nil
        let mail = MailTransaction(claim.mail, bytes: bytes)
        let whole = withoutForgeries(reception.message(of: mail, at: claim.mail.time).bytes, of: mail)
        let path = claim.mail.transport.returnPath ?? ""
        // What is signed is what is sent.
        let lines = SubmissionSession.canonical(whole)
        let mark = room.quarantine.marks.mark(for: claim.mail.reference, returnPath: path, recipients: claim.addresses, mail: lines)
        return (QuarantineDesk.marked(lines, mark, from: path, to: claim.addresses), lesson)
    }

    private static func marked(_ bytes: [UInt8], _ mark: String, from path: String, to recipients: [String]) -> SubmissionSession.Mail {
        let field = Array("\(ReleaseMarks.field): \(mark)\r\n".utf8)
        return SubmissionSession.Mail(returnPath: path, recipients: recipients, bytes: field + bytes)
    }

    /// A mail without what somebody else wrote in our name: results of authentication, and marks like ours. From here on it comes from us, and those
    /// behind us, the same filter among them, have no other way to tell.
    private func withoutForgeries(_ bytes: [UInt8], of mail: MailTransaction) -> [UInt8] {
        guard !mail.isRelayed(inside: reception.boundary) else { return bytes }
        var claimed = reception.boundary
        claimed.hosts.insert(reception.service.lowercased())
        // In the lines that are sent: a lone CR would hide a field from us alone.
        return MarkedMail(SubmissionSession.canonical(bytes), fields: [], without: .init(claimed: claimed)).bytes
    }

    /// Hands a mail that we wrote ourselves, as a digest, to a recipient, with a mark for our own filter.
    public func send(_ bytes: [UInt8], to recipient: String) async throws(Refusal) {
        let room = try await opened()
        guard let sender else { throw .noServer }
        let mark = room.quarantine.marks.mark(for: ReleaseMarks.ours, returnPath: "", recipients: [recipient], mail: bytes)
        let end = time.monotonic() + HeldLimits.release
        let mail = QuarantineDesk.marked(bytes, mark, from: "", to: [recipient])
        let refused = try await hand(over: mail, to: sender, until: end)
        if let refusal = refused.first { throw .notSent(refusal.reply) }
    }

    /// Hands a mail to the server; gives those whom the server refused.
    private func hand(
        over mail: SubmissionSession.Mail, to sender: any MailSending, until end: Duration
    ) async throws(Refusal) -> [SubmissionSession.Refusal] {
        let left = end - time.monotonic()
        guard left > .zero else { throw .notSent("learning took all the time that there was to release it") }
        do {
            switch try await sender.send(mail, within: left) {
            case .taken(let refused): return refused
            case .refused(let reply): throw Refusal.notSent(reply)
            }
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw .notSent("\(error)")
        }
    }

    /// Learns from a mail, as it was judged. What keeps it from being learnt is told, and keeps nobody from their mail.
    private func learn(
        _ word: LessonQueue.Word, _ mail: HeldMail, _ bytes: [UInt8], by name: String, in room: Room
    ) async throws(Refusal) -> Lesson {
        guard let teacher else { return .kept(because: "nothing is learnt here") }
        let message = reception.message(of: MailTransaction(mail, bytes: bytes), at: mail.time)
        let lesson = await QuarantineDesk.lesson(word, of: message, because: "quarantine \(mail.reference)", from: name, by: teacher)
        guard case .learnt(let id, _) = lesson else { return lesson }
        _ = try await told { () async throws(StoreError) in try await room.quarantine.note(lesson: id, of: mail.reference) }
        return lesson
    }

    private static func lesson(
        _ word: LessonQueue.Word, of message: Message, because reason: String, from name: String, by teacher: any Teaching
    ) async -> Lesson {
        do throws(LessonQueue.Refusal) {
            switch try await teacher.learn(word, of: message, because: reason, from: name) {
            case .learnt(let id, let model): return .learnt(id: id, model: model)
            case .forgotten, .unchanged: return .kept(because: "a source that is believed more has spoken of this message")
            }
        } catch {
            switch error {
            case .busy: return .kept(because: "too many lessons wait already")
            case .closed: return .kept(because: "the service is stopping")
            case .notAllowed(let why), .failed(let why): return .kept(because: why)
            case .worse(let model): return .kept(because: "the model would do worse; \(model) is kept as a candidate")
            }
        }
    }

    /// What the mark on a mail in transport is worth.
    enum Mark: Sendable, Hashable {
        /// It is one that is being released, as it was sent.
        case good
        /// It names one that is being released, and does not fit: the mail was changed on the way, or somebody else wrote the mark.
        case unfit(reference: String)
        /// There is none, or none that matters.
        case none
    }

    /// What the mark on a mail in transport is worth.
    func mark(on mail: MailTransaction) async -> Mark {
        guard mail.bytes.starts(with: Array(ReleaseMarks.field.prefix(9).utf8)), let named = ReleaseMarks.named(on: mail.bytes),
            let room = try? await open(false)
        else { return .none }
        let isFit =
            room.quarantine.marks.reference(markedOn: mail.bytes, returnPath: mail.returnPath ?? "", recipients: mail.recipients) != nil
        if named == ReleaseMarks.ours { return isFit ? .good : .none }
        guard let held = try? await room.quarantine.mail(named) else { return .none }
        // A mark that was seen once is of no more use: what was released is released no more.
        let isReleasing = mail.recipients.allSatisfy { recipient in
            held.addressees.contains { $0.state == .releasing && HeldMail.isSame($0.address, recipient) }
        }
        return !isReleasing ? .none : isFit ? .good : .unfit(reference: named)
    }
}
