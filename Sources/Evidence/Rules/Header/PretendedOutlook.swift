internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// Says it was written by Outlook Express and lacks the field which that program always adds.
struct PretendedOutlook: Check {
    let sentence = Sentence(
        "header.pretended-outlook",
        en: "The mail claims to be written by {1} and lacks that program’s marks.",
        fr: "Le message se dit écrit avec {1} et n’en porte pas les marques.",
        es: "El mensaje dice haber sido escrito con {1} y carece de sus marcas.",
        ru: "Письмо якобы написано в {1}, но признаков этой программы нет.",
        ar: "تدّعي الرسالة أنها كُتبت ببرنامج {1} وتنقصها علاماته.",
        zh: "邮件自称由 {1} 编写，却没有该程序的特征。")
    let weight = 1.2
    let threat: ThreatClass? = .advertising
    let needs = Needs.all([.mail, .mailer])

    func finding(in examination: Examination) -> Finding? {
        let reading = examination.reading
        guard reading.isMail, !reading.has(.xMimeOLE), let mailer = reading.value(of: .xMailer),
            mailer.hasPrefix("Microsoft Outlook Express")
        else { return nil }
        return Finding("Outlook Express")
    }
}
