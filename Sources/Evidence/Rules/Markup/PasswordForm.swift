internal import HTML
internal import Localization
internal import Messages
internal import Reading

/// A form inside the message that asks for a secret.
struct PasswordForm: Check {
    let sentence = Sentence(
        "html.secret-form",
        en: "The message contains a form that asks for a password, card or code.",
        fr: "Le message contient un formulaire demandant mot de passe, carte ou code.",
        es: "El mensaje contiene un formulario que pide contraseña, tarjeta o código.",
        ru: "В сообщении форма, запрашивающая пароль, карту или код.",
        ar: "في الرسالة استمارة تطلب كلمة مرور أو بطاقة أو رمزًا.",
        zh: "邮件内含要求输入密码、卡号或验证码的表单。")
    let weight = 2.2
    let threat: ThreatClass? = .phishing
    let needs = Needs.all(.html)

    func finding(in examination: Examination) -> Finding? {
        let secrets: HTMLForm.Fields = [.password, .card, .cardCode, .pin, .oneTimeCode, .account, .identity]
        return examination.reading.pages.contains { page in
            !page.looseFields.fields.isDisjoint(with: secrets) || page.forms.contains { !$0.fields.isDisjoint(with: secrets) }
        } ? Finding() : nil
    }
}
