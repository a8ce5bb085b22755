internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// A mail without one trace line: no server that keeps RFC 5321 section 4.4 ever carried it.
struct NoRoute: Check {
    let sentence = Sentence(
        "route.no-trace",
        en: "No station on the way left a trace.",
        fr: "Aucune étape n’a laissé de trace.",
        es: "Ninguna estación dejó rastro.",
        ru: "Ни один узел не оставил следа.",
        ar: "لم تترك أي محطة أثرًا.",
        zh: "沿途没有任何服务器留下记录。")
    let weight = 0.2
    let layer = Layer.network
    let needs = Needs.all([.mail, .noTrace])

    func finding(in examination: Examination) -> Finding? {
        let reading = examination.reading
        return reading.isMail && !reading.has(.received) && reading.message.headers.count > 2 ? Finding() : nil
    }
}
