internal import Localization

/// What the commands of the quarantine say.
enum QuarantineSentences {
    static let all = answers + labels + states

    private static let answers = [
        Sentence(
            "quarantine.unheard", en: "No mail is held under this reference; `quarantine list` prints those that are.",
            fr: "Aucun courriel n’est retenu sous cette référence ; `quarantine list` affiche ceux qui le sont.",
            es: "No hay ningún correo retenido con esta referencia; `quarantine list` muestra los que hay.",
            ru: "Под этим обозначением ничего не задержано; `quarantine list` показывает задержанное.",
            ar: "لا توجد رسالة محتجزة بهذا المرجع؛ ويعرض `quarantine list` ما هو محتجز.",
            zh: "没有以此编号扣留的邮件；`quarantine list` 列出已扣留的邮件。"),
        Sentence(
            "quarantine.busy", en: "Somebody else is releasing this mail; look again in a while.",
            fr: "Quelqu’un d’autre libère ce courriel ; revenez dans un moment.",
            es: "Otra persona está liberando este correo; vuelva a mirar en un momento.",
            ru: "Это письмо уже кто-то выпускает; посмотрите немного позже.",
            ar: "شخص آخر يفرج عن هذه الرسالة الآن؛ انظر بعد قليل.", zh: "另有人正在放行此邮件，请稍后再看。"),
        Sentence(
            "quarantine.no-server", en: "No mail server takes what is released; name one in quarantine.release-to.",
            fr: "Aucun serveur ne prend ce qui est libéré ; nommez-en un dans quarantine.release-to.",
            es: "Ningún servidor recibe lo liberado; indique uno en quarantine.release-to.",
            ru: "Некому передать выпускаемое; назовите почтовый сервер в quarantine.release-to.",
            ar: "لا خادم بريد يستلم ما يُفرج عنه؛ سمِّ واحدًا في quarantine.release-to.",
            zh: "没有接收放行邮件的服务器；请在 quarantine.release-to 中指定。"),
        Sentence(
            "quarantine.not-sent", en: "The mail server did not take it, and it is still held: {1}",
            fr: "Le serveur ne l’a pas pris, et il reste retenu : {1}", es: "El servidor no lo aceptó y sigue retenido: {1}",
            ru: "Почтовый сервер его не принял, и оно по-прежнему задержано: {1}",
            ar: "لم يستلمها خادم البريد، وما زالت محتجزة: {1}", zh: "邮件服务器未接收，邮件仍被扣留：{1}"),
        Sentence(
            "quarantine.refused", en: "{1} was refused by the mail server, and theirs is still held: {2}",
            fr: "{1} a été refusé par le serveur, et le sien reste retenu : {2}",
            es: "El servidor rechazó a {1}, y lo suyo sigue retenido: {2}",
            ru: "Почтовый сервер отказал адресату {1}, и его письмо по-прежнему задержано: {2}",
            ar: "رفض خادم البريد {1}، وما زالت رسالته محتجزة: {2}", zh: "邮件服务器拒绝了 {1}，其邮件仍被扣留：{2}"),
        Sentence(
            "quarantine.expired", en: "Mails whose time was over, and which were deleted: {1}",
            fr: "Courriels dont le délai était passé, et qui ont été supprimés : {1}",
            es: "Correos cuyo plazo había pasado y que se borraron: {1}", ru: "Письма, срок которых истёк и которые удалены: {1}",
            ar: "الرسائل التي انتهت مدتها وحُذفت: {1}", zh: "已到期并删除的邮件数：{1}"),
        Sentence(
            "quarantine.unchanged", en: "nothing was left to be done", fr: "il ne restait rien à faire", es: "no quedaba nada por hacer",
            ru: "делать больше нечего", ar: "لم يبق ما يُفعل", zh: "已无需再做"),
        Sentence(
            "quarantine.learnt", en: "learnt as {1}; the model is now {2}", fr: "appris sous {1} ; le modèle est maintenant {2}",
            es: "aprendido como {1}; el modelo es ahora {2}", ru: "усвоено как {1}; модель теперь {2}",
            ar: "تُعلِّم باسم {1}؛ والنموذج الآن {2}", zh: "已学习，编号 {1}；模型现为 {2}"),
        Sentence(
            "quarantine.not-learnt", en: "Nothing was learnt: {1}", fr: "Rien n’a été appris : {1}", es: "No se aprendió nada: {1}",
            ru: "Ничего не усвоено: {1}", ar: "لم يُتعلَّم شيء: {1}", zh: "未学习：{1}"),
    ]

    private static let labels = [
        Sentence("quarantine.came", en: "Came", fr: "Arrivé", es: "Llegó", ru: "Получено", ar: "وصلت", zh: "收到时间"),
        Sentence(
            "quarantine.until", en: "Kept until", fr: "Gardé jusqu’au", es: "Se guarda hasta", ru: "Хранится до", ar: "تُحفظ حتى", zh: "保留至"),
        Sentence("quarantine.author", en: "From", fr: "De", es: "De", ru: "От", ar: "من", zh: "发件人"),
        Sentence(
            "quarantine.sender", en: "Return path", fr: "Chemin de retour", es: "Ruta de retorno", ru: "Обратный адрес", ar: "مسار الرد",
            zh: "退信地址"),
        Sentence("quarantine.subject", en: "Subject", fr: "Objet", es: "Asunto", ru: "Тема", ar: "الموضوع", zh: "主题"),
        Sentence("quarantine.recipient", en: "To", fr: "À", es: "Para", ru: "Кому", ar: "إلى", zh: "收件人"),
        Sentence(
            "quarantine.lesson", en: "Learnt as", fr: "Appris sous", es: "Aprendido como", ru: "Усвоено как", ar: "تُعلِّمت باسم", zh: "学习编号"),
    ]

    private static let states = [
        Sentence("quarantine.state.held", en: "held", fr: "retenu", es: "retenido", ru: "задержано", ar: "محتجزة", zh: "已扣留"),
        Sentence(
            "quarantine.state.releasing", en: "being released", fr: "en cours de libération", es: "liberándose", ru: "выпускается",
            ar: "قيد الإفراج", zh: "放行中"),
        Sentence("quarantine.state.released", en: "released", fr: "libéré", es: "liberado", ru: "выпущено", ar: "أُفرج عنها", zh: "已放行"),
        Sentence("quarantine.state.deleted", en: "deleted", fr: "supprimé", es: "borrado", ru: "удалено", ar: "محذوفة", zh: "已删除"),
    ]

    /// What each command does.
    static let help = [
        Sentence(
            "help.quarantine", en: "Lists, shows, releases and deletes mails that are held.",
            fr: "Liste, affiche, libère et supprime les courriels retenus.", es: "Lista, muestra, libera y borra los correos retenidos.",
            ru: "Перечисляет, показывает, выпускает и удаляет задержанные письма.", ar: "يسرد الرسائل المحتجزة ويعرضها ويفرج عنها ويحذفها.",
            zh: "列出、查看、放行和删除被扣留的邮件。"),
        Sentence(
            "help.quarantine.list", en: "Lists the mails that are held, the latest first.",
            fr: "Liste les courriels retenus, les plus récents d’abord.", es: "Lista los correos retenidos, los más recientes primero.",
            ru: "Перечисляет задержанные письма, начиная с последних.", ar: "يسرد الرسائل المحتجزة، الأحدث أولًا.",
            zh: "列出被扣留的邮件，最新的在前。"),
        Sentence(
            "help.quarantine.show", en: "Shows what is known of a held mail, or the mail itself.",
            fr: "Affiche ce que l’on sait d’un courriel retenu, ou le courriel lui-même.",
            es: "Muestra lo que se sabe de un correo retenido, o el correo mismo.",
            ru: "Показывает, что известно о задержанном письме, или само письмо.", ar: "يعرض ما يُعرف عن رسالة محتجزة، أو الرسالة نفسها.",
            zh: "显示有关被扣留邮件的信息，或邮件本身。"),
        Sentence(
            "help.quarantine.release", en: "Hands held mails on to their recipients; with --learn also as ham.",
            fr: "Remet les courriels retenus à leurs destinataires ; avec --learn, les apprend comme légitimes.",
            es: "Entrega los correos retenidos a sus destinatarios; con --learn los aprende como legítimos.",
            ru: "Передаёт задержанные письма адресатам; с --learn усваивает их как не спам.",
            ar: "يسلّم الرسائل المحتجزة إلى أصحابها؛ ومع --learn يتعلمها سليمةً.", zh: "将被扣留的邮件交给收件人；用 --learn 时学习为正常。"),
        Sentence(
            "help.quarantine.delete", en: "Drops held mails; with --learn also as spam.",
            fr: "Supprime des courriels retenus ; avec --learn, les apprend comme spam.",
            es: "Borra correos retenidos; con --learn los aprende como spam.",
            ru: "Удаляет задержанные письма; с --learn усваивает их как спам.",
            ar: "يحذف رسائل محتجزة؛ ومع --learn يتعلمها مزعجةً.", zh: "删除被扣留的邮件；用 --learn 时学习为垃圾。"),
        Sentence(
            "help.quarantine.digest", en: "Tells each recipient by mail what is held for them.",
            fr: "Dit à chaque destinataire, par courriel, ce qui est retenu pour lui.",
            es: "Dice a cada destinatario, por correo, lo que hay retenido para él.",
            ru: "Сообщает каждому адресату письмом, что для него задержано.", ar: "يخبر كل مستلم بالبريد بما احتُجز له.",
            zh: "以邮件告知每位收件人为其扣留了什么。"),
        Sentence(
            "help.quarantine.expire", en: "Deletes mails that were held long enough; a running service does so by itself.",
            fr: "Supprime les courriels retenus assez longtemps ; un service en marche le fait lui-même.",
            es: "Borra los correos retenidos el tiempo previsto; un servicio en marcha lo hace solo.",
            ru: "Удаляет письма, срок хранения которых истёк; работающая служба делает это сама.",
            ar: "يحذف الرسائل التي انتهت مدة احتجازها؛ والخدمة العاملة تفعل ذلك بنفسها.", zh: "删除已到期的邮件；运行中的服务会自行删除。"),
        Sentence(
            "help.quarantine.log", en: "Prints who read, released and deleted held mails.",
            fr: "Affiche qui a lu, libéré et supprimé des courriels retenus.", es: "Muestra quién leyó, liberó y borró correos retenidos.",
            ru: "Показывает, кто читал, выпускал и удалял задержанные письма.", ar: "يعرض من قرأ الرسائل المحتجزة وأفرج عنها وحذفها.",
            zh: "显示谁查看、放行和删除过被扣留的邮件。"),
    ]
}
