import Connections
import Filter
import Foundation
import JSON
import Localization
import MIME
import MailGateway
import Messages
import PostGateway
import Synchronization
import Telemetry

/// Judges by the first word of a message, so that every disposition can be shown.
struct WordJudge: MailJudging {
    let seen = Seen()
    var isCarriedOut = true

    final class Seen: Sendable {
        let messages = Mutex<[Message]>([])
    }

    /// The messages that came.
    var messages: [Message] { seen.messages.withLock { $0 } }

    func judged(_ message: Message) async throws(ScanningPool.Refusal) -> JudgedMail {
        seen.messages.withLock { $0.append(message) }
        let text = String(
            decoding: message.bytes[(message.parts.first?.body.range ?? 0..<0).clamped(to: message.bytes.indices)], as: UTF8.self)
        let word = text.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
        if word == "busy" { throw .busy }
        if word == "closed" { throw .closed }
        let disposition = Disposition(rawValue: word) ?? .accept
        let gaps = word == "slow" ? [Coverage.Gap("phrases", .deadline)] : []
        let verdict = Verdict(
            probability: disposition == .accept ? 0.01 : 0.99, logOdds: 4, threatClass: .scam,
            evidence: [Evidence(id: "links.shortener", layer: .filtering, weight: 1.256)], coverage: Coverage(answered: 3, gaps: gaps),
            language: "en", model: "m1", elapsed: .microseconds(1500))
        return JudgedMail(
            verdict: verdict,
            decision: Decision(disposition: disposition, isCarriedOut: isCarriedOut, because: "policy.post.default.tag", policy: "p1"))
    }
}

/// Takes every word, and remembers it.
final class ListeningTeacher: Teaching {
    struct Word: Sendable, Hashable {
        var text: String
        var word: LessonQueue.Word
        var source: String
        var reason: String
    }

    let words = Mutex<[Word]>([])

    func learn(
        _ word: LessonQueue.Word, of message: Message, because reason: String, from source: String
    ) async throws(LessonQueue.Refusal) -> LessonQueue.Outcome {
        let text = String(decoding: message.bytes, as: UTF8.self)
        switch text {
        case "too much": throw .notAllowed("\(source) may teach 5 messages a day, and did")
        case "worse": throw .worse("m3")
        case "crowd": throw .busy
        case "full": throw .failed("the disk is full")
        case "known better": return .unchanged
        default: break
        }
        words.withLock { $0.append(Word(text: text, word: word, source: source, reason: reason)) }
        return word == .nothing ? .forgotten(id: "e1", model: "m2") : .learnt(id: "e1", model: "m2")
    }
}

/// Knows two tokens.
struct TwoTokens: Gatekeeper {
    func caller(showing token: String) -> Caller? {
        switch token {
        case "checker": Caller(name: "shop", scopes: [.check])
        case "everything": Caller(name: "desk", scopes: Set(Scope.allCases))
        default: nil
        }
    }
}

extension PostGateway {
    /// A gateway of these parts, at the time 1000 seconds.
    static func test(
        judge: any MailJudging = WordJudge(), teacher: (any Teaching)? = nil, gate: Gate = Gate(), meter: Meter = Meter(),
        desk: QuarantineDesk? = nil, reports: FeedbackDesk? = nil, defers: Bool = false, senders: SenderPart? = nil,
        lists: [String: PublishedList] = [:], sentences: [Sentence] = [],
        mailBytes: Int = 4096, bodyBytes: Int = 1 << 20, memoryBytes: Int = 1 << 20
    ) -> PostGateway {
        let time = ManualTime(Timestamp(seconds: 1000))
        var limits = MIMELimits.standard
        limits.messageBytes = mailBytes
        return PostGateway(
            reception: Reception(mail: MailReception(limits: limits, boundary: TrustBoundary(), service: "mx.test")),
            judge: MeteredJudge(judge, for: "http", by: meter, time), teacher: teacher, desk: desk, reports: reports, gate: gate,
            meter: meter,
            catalogue: Catalogue(
                [
                    Sentence(
                        "links.shortener", en: "a short link", fr: "un lien court", es: "un enlace corto", ru: "короткая ссылка",
                        ar: "رابط مختصر", zh: "短链接")
                ] + sentences), language: .english, budget: ByteBudget(bodyBytes), memory: VerdictMemory(bytes: memoryBytes), time: time,
            log: Log(level: .error, time: time),
            surroundings: .init(version: "1.2", model: { "m1" }, load: { 7 }, senders: senders, lists: lists, defersWhenUnable: defers))
    }

    /// The answer to JSON that is posted.
    func posted(_ json: String, to target: String, fields: [String: String] = [:]) async -> WebReply {
        await reply(
            to: WebRequest(
                "POST", target, fields: ["content-type": "application/json"].merging(fields) { $1 }, body: Array(json.utf8)))
    }

    /// The answer to a form that is posted.
    func submitted(_ form: String, to target: String, fields: [String: String] = [:]) async -> WebReply {
        await reply(
            to: WebRequest(
                "POST", target, fields: ["content-type": "application/x-www-form-urlencoded"].merging(fields) { $1 },
                body: Array(form.utf8)))
    }
}

extension WebReply {
    /// The content as JSON.
    var json: JSONValue {
        get throws { try JSONValue(body.span) }
    }
}
