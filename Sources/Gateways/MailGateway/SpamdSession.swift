public import Archives
public import Filter
public import Localization
internal import MIME
public import Messages
internal import Spamd

/// One connection of a client of SpamAssassin's daemon: one request, and its answer. One request a connection is all that the protocol has.
public struct SpamdSession: Sendable {
    /// What is to be done next.
    public enum Step: Sendable {
        /// More has to come.
        case wait
        /// The mail is whole: it is to be judged, and `reply(to:)` says the answer.
        case judge(Message)
        /// Somebody's word on a mail: it is to be learnt, for this reason, and `reply(toLesson:)` says the answer.
        case learn(LessonQueue.Word, of: Message, because: String)
        /// The answer.
        case answer([UInt8])
        /// The client wants nothing.
        case close
    }

    /// How the session goes about.
    public struct Options: Sendable {
        /// The name that our results are given under (RFC 8601 section 2.5).
        public var service: String
        /// Makes messages of mails: its boundary says which hosts are ours, its limits how long a mail may be.
        public var reception: MailReception
        /// Whether our hosts write results just below their own trace line and keep that place clean.
        public var takesResultsBesideTrace: Bool
        /// Whether a client is asked to come again when a mail could not be judged; else the mail goes on as it is.
        public var defersWhenUnable: Bool
        /// Whether anybody may teach.
        public var isTaught: Bool
        /// Unpacks what comes packed.
        public var inflater: any StreamInflater
        /// What reports are worded by.
        public var catalogue: Catalogue
        /// The language of reports.
        public var language: Language

        /// Options.
        public init(
            service: String, reception: MailReception, takesResultsBesideTrace: Bool = false, defersWhenUnable: Bool = false,
            isTaught: Bool = false, inflater: any StreamInflater, catalogue: Catalogue, language: Language = .english
        ) {
            self.service = service
            self.reception = reception
            self.takesResultsBesideTrace = takesResultsBesideTrace
            self.defersWhenUnable = defersWhenUnable
            self.isTaught = isTaught
            self.inflater = inflater
            self.catalogue = catalogue
            self.language = language
        }
    }

    /// How much of the name of a user is kept beside an example, in bytes.
    private static let userBytes = 64

    private let options: Options
    private var reader: SpamdRequestReader
    /// The request, once it is whole.
    private var request: SpamdRequest?
    private var mail: [UInt8] = []
    private var forgeries: MarkedMail.Forgeries

    /// A session that has not begun.
    public init(_ options: Options) {
        self.options = options
        reader = SpamdRequestReader(limits: .init(message: options.reception.limits.messageBytes))
        var claimed = options.reception.boundary
        claimed.hosts.insert(options.service.lowercased())
        forgeries = MarkedMail.Forgeries(claimed: claimed)
    }

    /// What is to be done after bytes that came in at a moment.
    public mutating func receive(_ bytes: some Collection<UInt8>, at moment: Timestamp) -> Step {
        do throws(SpamdError) {
            guard case .whole(let request, let message) = try reader.append(bytes) else { return .wait }
            return begin(request, message, at: moment)
        } catch {
            return refusal(error)
        }
    }

    /// What is to be done once the client has said all that it will.
    public mutating func end(at moment: Timestamp) -> Step {
        do throws(SpamdError) {
            guard let (request, message) = try reader.finish() else { return .close }
            return begin(request, message, at: moment)
        } catch {
            return refusal(error)
        }
    }

    /// How many bytes are kept.
    public var keptBytes: Int { max(reader.keptBytes, mail.count) }

    /// What is to be done where there is no room for the mail: it is let go, and goes on as it is, or its client is asked to come again.
    public mutating func letGo() -> Step {
        let head = reader.head
        reader = SpamdRequestReader()
        mail = []
        if let head, !options.defersWhenUnable, let step = unread(head, because: "busy") { return step }
        return .answer(SpamdReply(.temporaryFailure, "the filter is busy, please come again").bytes)
    }

    private mutating func refusal(_ error: SpamdError) -> Step {
        if case .messageTooLong = error, let head = reader.head {
            return unread(head, because: "limits.message-size") ?? .answer(SpamdReply(error).bytes)
        }
        return .answer(SpamdReply(error).bytes)
    }

    /// The answer where the mail is not kept, for those who have it themselves: nothing is known of it, and it goes on as it is.
    private mutating func unread(_ head: SpamdRequest, because reason: String) -> Step? {
        switch head.command {
        case .check, .symbols, .report, .reportIfSpam:
            request = head
            return .answer(unjudged(because: reason))
        case .process, .headers, .tell, .ping, .skip: return nil
        }
    }

    private mutating func begin(_ request: SpamdRequest, _ message: [UInt8], at moment: Timestamp) -> Step {
        switch request.command {
        case .skip: return .close
        case .ping: return .answer(SpamdReply(.ok, "PONG").bytes)
        case .tell where !options.isTaught:
            return .answer(SpamdReply(.unavailable, "Service Unavailable: TELL commands have not been enabled (spamd.tell)").bytes)
        case .tell, .check, .symbols, .report, .reportIfSpam, .process, .headers: break
        }
        mail = message
        if request.isCompressed {
            do throws(InflationError) {
                mail = try options.inflater.inflate(message.span, limit: options.reception.limits.messageBytes)
            } catch {
                if case .tooLong = error, let step = unread(request, because: "limits.message-size") { return step }
                return .answer(SpamdReply(.dataError, error.description).bytes)
            }
        }
        self.request = request
        return request.command == .tell ? lesson(request, at: moment) : .judge(judgeable(request, at: moment))
    }

    /// The mail as it is judged.
    private mutating func judgeable(_ request: SpamdRequest, at moment: Timestamp) -> Message {
        let message = received(mail, for: request, at: moment)
        if let last = message.hops.prefix(while: { $0.trust == .seen }).last {
            let above = Int(last.source.end)
            forgeries.trusted = above
            if options.takesResultsBesideTrace {
                let next = message.ownHeaders.first { $0.known == .received && Int($0.name.start) > above }
                forgeries.trusted = next.map { Int($0.name.start) } ?? mail.count
            }
        }
        return message
    }

    private func received(_ bytes: [UInt8], for request: SpamdRequest, at moment: Timestamp) -> Message {
        var transaction = MailTransaction()
        transaction.bytes = bytes
        var message = options.reception.message(of: transaction, at: moment)
        if let user = request.user, !user.isEmpty, user.utf8.count <= MailTransaction.pathBytes {
            message.envelope.recipients = [MailReception.user(user)]
        }
        SpamdSession.takeReturnPath(of: &message)
        return message
    }

    /// Takes the return path that Exim writes on top of a mail that it asks about, above the trace line of its own. Return-Path, which others write
    /// there, is found where it is looked for.
    private static func takeReturnPath(of message: inout Message) {
        guard message.hops.first?.trust == .seen else { return }
        for field in message.ownHeaders.prefix(while: { $0.known != .received }) {
            guard message.text(field.name)?.lowercased() == "x-envelope-from" else { continue }
            let mailbox = Addresses(message.bytes.span, field.body).mailboxes.first { !$0.local.isEmpty }
            message.envelope.returnPathIsEmpty = mailbox == nil
            message.envelope.returnPath = mailbox.map { .mailbox(local: $0.local, domain: $0.domain.lowercased()) }
            return
        }
    }

    /// What a client's word on a mail asks for.
    private func lesson(_ request: SpamdRequest, at moment: Timestamp) -> Step {
        let word: LessonQueue.Word
        switch (request.set.contains(.local), request.remove.contains(.local), request.messageClass) {
        case (true, true, _): return .answer(SpamdReply(.protocolError, "Set and Remove both name local").bytes)
        case (true, false, .spam?): word = .spam
        case (true, false, .ham?): word = .ham
        case (true, false, nil): return .answer(SpamdReply(.protocolError, "Set: local needs a Message-class, spam or ham").bytes)
        case (false, true, _): word = .nothing
        // Nothing that is done here: nobody else is told of a mail.
        case (false, false, _): return .answer(SpamdReply(to: request).bytes)
        }
        // Marks of a filter say what it thought; learnt, they would make it believe itself.
        let plain = MarkedMail(mail, fields: [], without: .init(claimed: TrustBoundary(), includeResults: false)).bytes
        let user = FieldWriter.sanitised(String(decoding: (request.user ?? "").utf8.prefix(SpamdSession.userBytes), as: UTF8.self))
        return .learn(word, of: received(plain, for: request, at: moment), because: user.isEmpty ? "" : "user \(user)")
    }

    /// The answer to the mail that was judged.
    public func reply(to judged: JudgedMail) -> [UInt8] {
        guard let request else { return [] }
        let score = SpamScore(judged)
        var reply = SpamdReply(to: request)
        reply.judgement = .init(isSpam: score.isSaid, score: score.said, threshold: SpamScore.threshold)
        switch request.command {
        case .symbols: reply.body = Array(MailMarks.symbols(judged.verdict).joined(separator: ",").utf8)
        case .report: reply.body = Array(report.text(judged, score).utf8)
        case .reportIfSpam: reply.body = score.isSaid ? Array(report.text(judged, score).utf8) : []
        case .process, .headers: reply.body = marked(MailMarks(judged).fieldsOfSpamd(score), request)
        case .check, .tell, .ping, .skip: break
        }
        return reply.bytes
    }

    /// The answer where no judgement could be had: the mail goes on as it is, or the client is asked to come again.
    public func replyWhenUnable() -> [UInt8] {
        options.defersWhenUnable ? SpamdReply(.temporaryFailure, "the filter is busy, please come again").bytes : unjudged(because: "busy")
    }

    private func unjudged(because reason: String) -> [UInt8] {
        guard let request else { return [] }
        var reply = SpamdReply(to: request)
        reply.judgement = .init(isSpam: false, score: 0, threshold: SpamScore.threshold)
        switch request.command {
        case .report: reply.body = Array(report.text(whenUnableBecause: reason).utf8)
        case .symbols, .reportIfSpam: reply.body = []
        case .process, .headers: reply.body = marked(MailMarks.notJudged(because: reason), request)
        case .check, .tell, .ping, .skip: break
        }
        return reply.bytes
    }

    private var report: SpamdReport { SpamdReport(options.catalogue, in: options.language) }

    private func marked(_ fields: [MailMarks.Field], _ request: SpamdRequest) -> [UInt8] {
        let mail = MarkedMail(mail, fields: fields, without: forgeries)
        return request.command == .headers ? mail.header : mail.bytes
    }

    /// The answer to somebody's word, once it is known what came of it.
    public func reply(toLesson lesson: Result<LessonQueue.Outcome, LessonQueue.Refusal>) -> [UInt8] {
        guard let request else { return [] }
        var reply = SpamdReply(to: request)
        switch lesson {
        case .success(.learnt): reply.didSet = [.local]
        case .success(.forgotten): reply.didRemove = [.local]
        case .success(.unchanged): break
        case .failure(.busy): reply = SpamdReply(.temporaryFailure, "others are teaching, please come again")
        case .failure(.closed): reply = SpamdReply(.temporaryFailure, "the filter is about to end, please come again")
        case .failure(.failed): reply = SpamdReply(.temporaryFailure, "the lesson could not be stored, please come again")
        case .failure(.notAllowed(let reason)): reply = SpamdReply(.noPermission, reason)
        case .failure(.worse(let model)): reply = SpamdReply(.dataError, "not learnt: the model would judge worse (\(model))")
        }
        return reply.bytes
    }
}

extension MailReception {
    /// The user of a client: an address, or the name of an account on that machine, as `learn --recipient` takes them.
    static func user(_ name: String) -> Party {
        guard let at = name.lastIndex(of: "@") else { return .account(platform: Channel.email.rawValue, name: name) }
        return .mailbox(local: String(name[..<at]), domain: name[name.index(after: at)...].lowercased())
    }
}
