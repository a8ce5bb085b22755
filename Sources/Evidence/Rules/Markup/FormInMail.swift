internal import HTML
internal import Localization
internal import Messages
internal import Reading

/// A form inside a mail: honest senders link to a page instead.
struct FormInMail: Check {
    let sentence = Sentence(
        "html.form",
        en: "The message contains a form to fill in.",
        fr: "Le message contient un formulaire à remplir.",
        es: "El mensaje contiene un formulario.",
        ru: "В сообщении есть форма для заполнения.",
        ar: "في الرسالة استمارة للتعبئة.",
        zh: "邮件内含需填写的表单。")
    let weight = 0.6
    let needs = Needs.all([.mail, .html])

    func finding(in examination: Examination) -> Finding? {
        examination.reading.isMail && examination.reading.pages.contains { $0.forms.contains { $0.inputs > 0 } } ? Finding() : nil
    }
}
