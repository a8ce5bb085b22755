internal import Localization

extension DomainLint {
    /// What is said of a domain as a whole.
    static let wholeSentences = [
        Sentence(
            "lint.domain.silent",
            en: "The domain sends and takes no mail, and all its records say so.",
            fr: "Le domaine n’envoie ni ne reçoit de courrier, et tous ses enregistrements le disent.",
            es: "El dominio no envía ni recibe correo, y todos sus registros lo dicen.",
            ru: "Домен почту не отправляет и не принимает, и все его записи это говорят.",
            ar: "لا يرسل النطاق بريدًا ولا يستقبله، وكل سجلاته تصرّح بذلك.",
            zh: "此域名既不发信也不收信，其所有记录均已声明。"),
        Sentence(
            "lint.domain.taken-for-silent",
            en:
                "No record says that this domain sends or takes mail, so the lines below are for one that does neither. If it does, publish an MX record first, and look again.",
            fr:
                "Aucun enregistrement ne dit que ce domaine envoie ou reçoit du courrier ; les lignes ci-dessous sont donc pour un domaine qui ne fait ni l’un ni l’autre. Sinon, publiez d’abord un enregistrement MX et recommencez.",
            es:
                "Ningún registro dice que este dominio envíe o reciba correo, así que las líneas siguientes son para uno que no hace ni lo uno ni lo otro. Si lo hace, publique antes un registro MX y vuelva a mirar.",
            ru:
                "Ни одна запись не говорит, что домен отправляет или принимает почту, поэтому строки ниже — для домена без почты. Если почта есть, сначала опубликуйте запись MX и проверьте снова.",
            ar:
                "لا سجل يقول إن هذا النطاق يرسل بريدًا أو يستقبله، فالأسطر أدناه لنطاق لا يفعل أيًّا منهما. إن كان يفعل، فانشر سجل MX أولًا ثم أعد الفحص.",
            zh: "没有记录表明此域名收发邮件，因此以下各行适用于既不收也不发的域名。若它收发邮件，请先发布 MX 记录，再重新检查。"),
    ]
}
