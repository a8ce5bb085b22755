// Mail, and what carries and keeps it.
extension ParameterDefinition {
    static let mail: [ParameterDefinition] = [
        ParameterDefinition(
            .mailboxes, "mail.mailboxes", "mailboxes", .amount, en: "mailboxes in use", fr: "boîtes aux lettres utilisées",
            es: "buzones en uso", ru: "используемые почтовые ящики", ar: "صناديق البريد المستعملة", zh: "在用邮箱数"),
        ParameterDefinition(
            .messagesPerDay, "mail.messages-per-day", "messages/mailbox-day", .amount,
            PublishedRange(20, 40, 84, .assumption, "84: Radicati, forecast 2015 to 2019, per user; 20 and 40 assumed"),
            en: "mails sent to a mailbox in a day", fr: "courriels adressés à une boîte par jour",
            es: "correos dirigidos a un buzón por día", ru: "писем на ящик в день", ar: "الرسائل الموجهة إلى الصندوق يوميًا",
            zh: "每个邮箱每天收到的邮件"),
        ParameterDefinition(
            .spamShare, "mail.spam-share", "share", .share,
            PublishedRange(0.40, 0.45, 0.55, .literature, "Kaspersky, spam in 2025: 44.99 %"), en: "share of spam in all mail",
            fr: "part de spam dans les courriels", es: "proporción de spam en el correo", ru: "доля спама в почте",
            ar: "حصة البريد غير المرغوب فيه", zh: "邮件中垃圾邮件的占比"),
        ParameterDefinition(
            .refusedShare, "mail.refused-share", "share", .share,
            PublishedRange(0.6, 0.8, 0.95, .assumption, "assumed; measure it in the logs of your mail servers"),
            en: "share of spam refused before its content is read", fr: "part du spam refusée avant lecture du contenu",
            es: "proporción del spam rechazada antes de leer su contenido", ru: "доля спама, отклонённая до чтения содержания",
            ar: "حصة ما يُرفض منه قبل قراءة محتواه", zh: "读取内容前即被拒收的垃圾邮件占比"),
        ParameterDefinition(
            .inboxShare, "mail.inbox-share", "share", .share,
            PublishedRange(0.018, 0.024, 0.030, .literature, "Rao and Reiley 2012, data of Yahoo"),
            en: "share of spam that reaches a user", fr: "part du spam qui parvient à l'utilisateur",
            es: "proporción del spam que llega al usuario", ru: "доля спама, дошедшая до пользователя", ar: "حصة ما يصل منه إلى المستعمل",
            zh: "到达用户的垃圾邮件占比"),
        ParameterDefinition(
            .messageSize, "mail.size", "bytes", .positive,
            PublishedRange(1800, 10_000, 75_000, .literature, "1,800: mean of a feed of spam, rspamd 2019; the others assumed"),
            en: "mean size of a spam mail", fr: "taille moyenne d'un spam", es: "tamaño medio de un correo de spam",
            ru: "средний размер спам-письма", ar: "متوسط حجم الرسالة غير المرغوب فيها", zh: "垃圾邮件的平均大小"),
        ParameterDefinition(
            .refusedSize, "mail.refused-size", "bytes", .amount, en: "bytes on the wire for a mail that is refused",
            fr: "octets transmis pour un courriel refusé", es: "bytes transmitidos por un correo rechazado",
            ru: "переданных байтов на отклонённое письмо", ar: "البايتات المنقولة لرسالة مرفوضة", zh: "每封被拒邮件传输的字节数"),
    ]

    static let carrying: [ParameterDefinition] = [
        ParameterDefinition(
            .peakToMean, "network.peak-to-mean", "ratio", .factor, en: "billed peak traffic, in means",
            fr: "trafic de pointe facturé, en multiples de la moyenne", es: "tráfico máximo facturado, en múltiplos de la media",
            ru: "оплачиваемый пик трафика, в средних", ar: "ذروة الحركة المفوترة بأضعاف المتوسط", zh: "计费峰值流量与均值之比"),
        ParameterDefinition(
            .transitPrice, "network.transit-price", "¤/Mbit/s-month", .amount, en: "price of transit", fr: "prix du transit",
            es: "precio del tránsito", ru: "цена транзита", ar: "سعر العبور", zh: "转接带宽价格"),
        ParameterDefinition(
            .keptShare, "storage.kept-share", "share", .share, en: "share of accepted spam that is kept",
            fr: "part du spam accepté qui est conservée", es: "proporción del spam aceptado que se guarda",
            ru: "доля принятого спама, которая хранится", ar: "حصة ما يُحفظ من المقبول منه", zh: "已接收垃圾邮件中保存的占比"),
        ParameterDefinition(
            .keptDays, "storage.days", "days", .amount, en: "days for which it is kept", fr: "jours de conservation",
            es: "días de conservación", ru: "дней хранения", ar: "أيام الحفظ", zh: "保存天数"),
        ParameterDefinition(
            .copies, "storage.copies", "copies", .amount, en: "copies that are kept", fr: "copies conservées", es: "copias guardadas",
            ru: "хранимых копий", ar: "النسخ المحفوظة", zh: "保存份数"),
        ParameterDefinition(
            .storagePrice, "storage.price", "¤/GB-month", .amount, en: "price of storage", fr: "prix du stockage",
            es: "precio del almacenamiento", ru: "цена хранения", ar: "سعر التخزين", zh: "存储价格"),
    ]
}
