import Archives
import Filter
import Localization
import MIME
import MailGateway
import Messages
import Rules
import Spamd
import ZlibInflating

/// Sessions, requests and judgements to talk about.
enum SpamdSample {
    static let mail = "From: Ann <ann@out.example>\r\nSubject: hello\r\n\r\ntext\r\n"

    static func options(
        limit: Int = 1 << 20, boundary: TrustBoundary = TrustBoundary(), defersWhenUnable: Bool = false, isTaught: Bool = false,
        language: Language = .english
    ) -> SpamdSession.Options {
        var limits = MIMELimits.standard
        limits.messageBytes = limit
        return SpamdSession.Options(
            service: "mx.test", reception: MailReception(limits: limits, boundary: boundary, service: "mx.test"),
            defersWhenUnable: defersWhenUnable,
            isTaught: isTaught, inflater: ZlibInflater(),
            catalogue: Catalogue(Terms.all, RuleBook.standard.sentences, SpamdReport.sentences),
            language: language)
    }

    static func session(_ options: SpamdSession.Options = options()) -> SpamdSession { SpamdSession(options) }

    static func request(_ command: String, _ fields: [String] = [], version: String = "1.5", _ mail: some Collection<UInt8>) -> [UInt8] {
        let head = ["\(command) SPAMC/\(version)", "Content-length: \(mail.count)"] + fields
        return Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + mail
    }

    static func request(_ command: String, _ fields: [String] = [], version: String = "1.5", mail: String = mail) -> [UInt8] {
        request(command, fields, version: version, Array(mail.utf8))
    }

    /// A judgement by a policy that calls a mail spam from even odds on.
    static func judged(
        logOdds: Double = 3, _ disposition: Disposition = .tag, isCarriedOut: Bool = true, spamFrom: Double? = 0.5,
        evidence: [Evidence] = [
            Evidence(id: "links.shortener", layer: .filtering, weight: 1.256, details: ["bit.ly\r\nX-Spam-Flag: NO"]),
            Evidence(id: "header.list-mail", layer: .service, weight: -0.4),
        ]
    ) -> JudgedMail {
        let verdict = Verdict(
            probability: 0.95, logOdds: logOdds, threatClass: disposition == .accept ? .none : .phishing, evidence: evidence,
            coverage: Coverage(gaps: [.init("wording", .untaught)]), model: "m1", elapsed: .zero)
        return JudgedMail(
            verdict: verdict,
            decision: Decision(disposition: disposition, isCarriedOut: isCarriedOut, because: nil, policy: "p1", spamFrom: spamFrom))
    }

    static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
