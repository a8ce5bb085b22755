internal import Localization

/// What the commands of feedback say.
enum FeedbackSentences {
    static let all = [
        Sentence(
            "feedback.outcome.waiting", en: "noted; others have to say so too", fr: "noté ; il faut que d’autres le disent aussi",
            es: "anotado; otros deben decirlo también", ru: "учтено; нужно, чтобы так сказали и другие",
            ar: "سُجِّل؛ ويلزم أن يقوله آخرون أيضًا",
            zh: "已记录，尚需他人印证"),
        Sentence(
            "feedback.outcome.spam", en: "learnt as spam", fr: "appris comme spam", es: "aprendido como spam", ru: "усвоено как спам",
            ar: "تُعلِّم مزعجًا", zh: "已学习为垃圾"),
        Sentence(
            "feedback.outcome.ham", en: "learnt as ham", fr: "appris comme légitime", es: "aprendido como legítimo",
            ru: "усвоено как не спам",
            ar: "تُعلِّم سليمًا", zh: "已学习为正常"),
        Sentence(
            "feedback.outcome.kept", en: "not learnt", fr: "non appris", es: "no aprendido", ru: "не усвоено", ar: "لم يُتعلَّم", zh: "未学习"),
        Sentence(
            "feedback.trust", en: "{1} is believed by {2}; right: {3}, wrong: {4}", fr: "{1} est cru à {2} ; raison : {3}, tort : {4}",
            es: "A {1} se le cree {2}; acierta: {3}, falla: {4}", ru: "Доверие к {1}: {2}; верно: {3}, неверно: {4}",
            ar: "درجة تصديق {1} هي {2}؛ أصاب: {3}، وأخطأ: {4}", zh: "{1} 的可信度为 {2}；正确：{3}，错误：{4}"),
    ]

    /// What each command does.
    static let help = [
        Sentence(
            "help.feedback", en: "Takes what people report as spam or ham, and says what came of it.",
            fr: "Prend ce que les gens signalent comme spam ou légitime, et dit ce qu’il en est advenu.",
            es: "Recibe lo que la gente señala como spam o legítimo, y dice qué resultó.",
            ru: "Принимает то, что люди называют спамом или не спамом, и сообщает, что из этого вышло.",
            ar: "يستلم ما يبلغ الناس أنه مزعج أو سليم، ويبيّن ما آل إليه.", zh: "接收人们举报的垃圾或正常邮件，并说明结果。"),
        Sentence(
            "help.feedback.take", en: "Takes a report: messages attached to a mail (ARF too), or one message itself.",
            fr: "Prend un signalement : des messages joints à un courriel (ARF aussi), ou un message lui-même.",
            es: "Recibe un aviso: mensajes adjuntos a un correo (también ARF), o un mensaje en sí.",
            ru: "Принимает сообщение о спаме: письма во вложении (и ARF) или само письмо.",
            ar: "يستلم بلاغًا: رسائل مرفقة ببريد (وARF كذلك)، أو الرسالة نفسها.", zh: "接收一份举报：邮件所附的邮件（含 ARF），或邮件本身。"),
        Sentence(
            "help.feedback.outcome", en: "Says what came of reports.", fr: "Dit ce qu’il est advenu de signalements.",
            es: "Dice qué resultó de los avisos.", ru: "Сообщает, что вышло из сообщений о спаме.", ar: "يبيّن ما آلت إليه البلاغات.",
            zh: "说明举报的结果。"),
        Sentence(
            "help.feedback.withdraw", en: "Takes a reporter’s word back, and what was learnt by it.",
            fr: "Retire la parole d’un auteur de signalement, et ce qui en fut appris.",
            es: "Retira la palabra de quien avisó, y lo que se aprendió de ella.",
            ru: "Отзывает слово сообщившего и то, что по нему было усвоено.", ar: "يسحب قول المبلِّغ وما تُعلِّم بسببه.", zh: "撤回举报人的说法以及由此所学。"),
        Sentence(
            "help.feedback.decide", en: "Says what reported messages are, whatever reporters say.",
            fr: "Dit ce que sont des messages signalés, quoi qu’en disent les autres.",
            es: "Dice qué son los mensajes señalados, digan lo que digan los demás.",
            ru: "Решает, чем являются эти письма, что бы ни говорили сообщившие.", ar: "يقرر ماهية الرسائل المبلَّغ عنها، مهما قال المبلِّغون.",
            zh: "裁定被举报邮件的性质，不论举报人怎么说。"),
        Sentence(
            "help.feedback.list", en: "Lists what was reported and by whom, the latest first.",
            fr: "Liste ce qui a été signalé et par qui, le plus récent d’abord.",
            es: "Lista lo señalado y por quién, lo más reciente primero.",
            ru: "Перечисляет, о чём и кто сообщил, начиная с последнего.", ar: "يسرد ما أُبلغ عنه ومن أبلغ، الأحدث أولًا.",
            zh: "列出举报内容及举报人，最新的在前。"),
    ]
}
