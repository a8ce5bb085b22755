internal import HTML
internal import Localization
internal import Messages
internal import Reading

/// Scripts, frames or objects in a mail, which no mail program runs and no honest sender writes.
struct ActiveContent: Check {
    let sentence = Sentence(
        "html.active-content",
        en: "The message contains scripts, frames or objects.",
        fr: "Le message contient des scripts, cadres ou objets.",
        es: "El mensaje contiene scripts, marcos u objetos.",
        ru: "В сообщении есть сценарии, фреймы или объекты.",
        ar: "في الرسالة نصوص برمجية أو إطارات أو كائنات.",
        zh: "邮件内含脚本、框架或对象。")
    let weight = 1.0
    let needs = Needs.all([.mail, .html])

    func finding(in examination: Examination) -> Finding? {
        guard examination.reading.isMail else { return nil }
        return examination.reading.pages.contains { $0.counts.scripts + $0.counts.frames + $0.counts.objects + $0.counts.eventHandlers > 0 }
            ? Finding() : nil
    }
}
