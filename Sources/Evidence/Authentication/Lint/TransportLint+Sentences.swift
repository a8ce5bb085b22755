internal import Localization

extension TransportLint {
    /// What is said of records that protect mail on its way.
    static let sentences = [
        Sentence(
            "lint.mta-sts.missing",
            en: "There is no MTA-STS record (RFC 8461). Publish it once https://{1}/.well-known/mta-sts.txt names your hosts ({2}).",
            fr:
                "Il n’y a pas d’enregistrement MTA-STS (RFC 8461). Publiez-le dès que https://{1}/.well-known/mta-sts.txt nomme vos hôtes ({2}).",
            es: "No hay registro MTA-STS (RFC 8461). Publíquelo cuando https://{1}/.well-known/mta-sts.txt nombre sus equipos ({2}).",
            ru: "Записи MTA-STS (RFC 8461) нет. Опубликуйте её, когда https://{1}/.well-known/mta-sts.txt назовёт ваши хосты ({2}).",
            ar: "لا يوجد سجل MTA-STS (RFC 8461). انشره حين يسمّي الملف https://{1}/.well-known/mta-sts.txt مضيفيك ({2}).",
            zh: "没有 MTA-STS 记录（RFC 8461）。请在 https://{1}/.well-known/mta-sts.txt 写明您的主机（{2}）之后发布。"),
        Sentence(
            "lint.mta-sts.unprotected",
            en:
                "Neither MTA-STS nor DANE protects mail on its way to this domain: whoever stands between two servers can turn encryption off. Publish the record once https://{1}/.well-known/mta-sts.txt names your hosts ({2}).",
            fr:
                "Ni MTA-STS ni DANE ne protège le courrier en route vers ce domaine : qui se trouve entre deux serveurs peut désactiver le chiffrement. Publiez l’enregistrement dès que https://{1}/.well-known/mta-sts.txt nomme vos hôtes ({2}).",
            es:
                "Ni MTA-STS ni DANE protegen el correo en camino a este dominio: quien esté entre dos servidores puede desactivar el cifrado. Publique el registro cuando https://{1}/.well-known/mta-sts.txt nombre sus equipos ({2}).",
            ru:
                "Ни MTA-STS, ни DANE не защищают почту на пути к этому домену: тот, кто стоит между двумя серверами, может отключить шифрование. Опубликуйте запись, когда https://{1}/.well-known/mta-sts.txt назовёт ваши хосты ({2}).",
            ar:
                "لا MTA-STS ولا DANE يحمي البريد في طريقه إلى هذا النطاق: يمكن لمن يقف بين خادمين أن يعطّل التعمية. انشر السجل حين يسمّي الملف https://{1}/.well-known/mta-sts.txt مضيفيك ({2}).",
            zh:
                "发往此域名的邮件在途中既无 MTA-STS 也无 DANE 保护：处于两台服务器之间的人可以关闭加密。请在 https://{1}/.well-known/mta-sts.txt 写明您的主机（{2}）之后发布此记录。"),
        Sentence(
            "lint.mta-sts.not-answered", en: "The MTA-STS record could not be looked up ({1}).",
            fr: "L’enregistrement MTA-STS n’a pas pu être recherché ({1}).", es: "No se pudo consultar el registro MTA-STS ({1}).",
            ru: "Запись MTA-STS узнать не удалось ({1}).", ar: "تعذّر البحث عن سجل MTA-STS ({1}).", zh: "无法查询 MTA-STS 记录（{1}）。"),
        Sentence(
            "lint.mta-sts.there", en: "There is a policy of encryption; the file it announces is not fetched here.",
            fr: "Une politique de chiffrement est annoncée ; son fichier n’est pas lu ici.",
            es: "Hay una política de cifrado anunciada; su archivo no se consulta aquí.",
            ru: "Политика шифрования объявлена; её файл здесь не запрашивается.",
            ar: "سياسة التعمية معلنة؛ ولا يُجلب ملفها هنا.", zh: "已公布加密策略；此处不获取其文件。"),
        Sentence(
            "lint.mta-sts.no-host",
            en:
                "The record announces a policy at https://{1}/.well-known/mta-sts.txt, and {1} has no address, so nobody can fetch it. Publish an A, AAAA or CNAME record of your web server at {1}, or take the announcement out.",
            fr:
                "L’enregistrement annonce une politique sur https://{1}/.well-known/mta-sts.txt, et {1} n’a pas d’adresse : personne ne peut la lire. Publiez à {1} un enregistrement A, AAAA ou CNAME de votre serveur web, ou retirez l’annonce.",
            es:
                "El registro anuncia una política en https://{1}/.well-known/mta-sts.txt, y {1} no tiene dirección: nadie puede leerla. Publique en {1} un registro A, AAAA o CNAME de su servidor web, o quite el anuncio.",
            ru:
                "Запись объявляет политику на https://{1}/.well-known/mta-sts.txt, но у {1} нет адреса, и получить её нельзя. Опубликуйте для {1} запись A, AAAA или CNAME вашего веб-сервера либо уберите объявление.",
            ar:
                "يعلن السجل سياسة عند https://{1}/.well-known/mta-sts.txt، وليس لدى {1} عنوان، فلا يمكن لأحد جلبها. انشر عند {1} سجل A أو AAAA أو CNAME لخادم الويب لديك، أو احذف الإعلان.",
            zh: "记录公布的策略位于 https://{1}/.well-known/mta-sts.txt，而 {1} 没有地址，谁也无法获取。请在 {1} 发布您的网页服务器的 A、AAAA 或 CNAME 记录，或删除该公告。"),
        Sentence(
            "lint.mta-sts.several", en: "There are {1} MTA-STS records; senders then use none.",
            fr: "Il y a {1} enregistrements MTA-STS ; les expéditeurs n’en utilisent alors aucun.",
            es: "Hay {1} registros MTA-STS; los remitentes no usan entonces ninguno.",
            ru: "Записей MTA-STS несколько ({1}); отправители не используют ни одной.",
            ar: "عدد سجلات MTA-STS هو {1}؛ لا يستعمل المرسلون أيًّا منها.", zh: "有 {1} 条 MTA-STS 记录；发件方一条也不会采用。"),
        Sentence(
            "lint.mta-sts.syntax",
            en: "The id “{1}” must be one to 32 letters and digits (RFC 8461 section 3.1); change it with each new policy.",
            fr: "L’id « {1} » doit compter de un à 32 lettres et chiffres (RFC 8461 section 3.1) ; changez-le à chaque nouvelle politique.",
            es: "El id «{1}» debe tener de una a 32 letras y cifras (RFC 8461 sección 3.1); cámbielo con cada política nueva.",
            ru: "id «{1}» должен состоять из 1–32 букв и цифр (RFC 8461, раздел 3.1); меняйте его с каждой новой политикой.",
            ar: "يجب أن يتكون id «{1}» من حرف أو رقم واحد إلى 32 (RFC 8461 القسم 3.1)؛ غيّره مع كل سياسة جديدة.",
            zh: "id“{1}”必须为 1 至 32 个字母和数字（RFC 8461 第 3.1 节）；每次更换策略都要修改。"),
        Sentence(
            "lint.tls-rpt.not-answered", en: "The TLS report record could not be looked up ({1}).",
            fr: "L’enregistrement de rapports TLS n’a pas pu être recherché ({1}).",
            es: "No se pudo consultar el registro de informes TLS ({1}).", ru: "Запись отчётов TLS узнать не удалось ({1}).",
            ar: "تعذّر البحث عن سجل تقارير TLS ({1}).", zh: "无法查询 TLS 报告记录（{1}）。"),
        Sentence(
            "lint.tls-rpt.there", en: "Senders are told where to report failures of encryption.",
            fr: "Les expéditeurs savent où signaler les échecs de chiffrement.",
            es: "Los remitentes saben dónde informar de los fallos de cifrado.",
            ru: "Отправители знают, куда сообщать о сбоях шифрования.", ar: "يعرف المرسلون أين يبلّغون عن إخفاقات التعمية.",
            zh: "发件方知道向何处报告加密失败。"),
        Sentence(
            "lint.tls-rpt.missing", en: "There is no TLS report record (RFC 8460): nobody tells you when encryption to your servers fails.",
            fr:
                "Il n’y a pas d’enregistrement de rapports TLS (RFC 8460) : personne ne vous dit quand le chiffrement vers vos serveurs échoue.",
            es: "No hay registro de informes TLS (RFC 8460): nadie le avisa cuando falla el cifrado hacia sus servidores.",
            ru: "Записи отчётов TLS (RFC 8460) нет: никто не сообщит вам о сбоях шифрования на пути к вашим серверам.",
            ar: "لا يوجد سجل لتقارير TLS (RFC 8460): لا أحد يخبرك حين تفشل التعمية نحو خوادمك.",
            zh: "没有 TLS 报告记录（RFC 8460）：与您服务器的加密失败时无人告知您。"),
        Sentence(
            "lint.tls-rpt.several", en: "There are {1} TLS report records; senders then use none.",
            fr: "Il y a {1} enregistrements de rapports TLS ; les expéditeurs n’en utilisent alors aucun.",
            es: "Hay {1} registros de informes TLS; los remitentes no usan entonces ninguno.",
            ru: "Записей отчётов TLS несколько ({1}); отправители не используют ни одной.",
            ar: "عدد سجلات تقارير TLS هو {1}؛ لا يستعمل المرسلون أيًّا منها.", zh: "有 {1} 条 TLS 报告记录；发件方一条也不会采用。"),
        Sentence(
            "lint.tls-rpt.syntax", en: "“{1}” is no place for reports; it must begin with mailto: or https:.",
            fr: "« {1} » n’est pas une destination de rapports ; elle doit commencer par mailto: ou https:.",
            es: "«{1}» no es un destino de informes; debe empezar por mailto: o https:.",
            ru: "«{1}» — не адрес для отчётов; он должен начинаться с mailto: или https:.",
            ar: "«{1}» ليس وجهة للتقارير؛ يجب أن يبدأ بـ mailto: أو https:.",
            zh: "“{1}”不是报告的接收地址；必须以 mailto: 或 https: 开头。"),
        Sentence(
            "lint.dane.unusable",
            en: "The fields “{1}” of this TLSA record, or the length of its data, are none that senders know (RFC 6698).",
            fr:
                "Les champs « {1} » de cet enregistrement TLSA, ou la longueur de ses données, ne sont pas connus des expéditeurs (RFC 6698).",
            es: "Los campos «{1}» de este registro TLSA, o la longitud de sus datos, no los conocen los remitentes (RFC 6698).",
            ru: "Поля «{1}» этой записи TLSA или длина её данных отправителям неизвестны (RFC 6698).",
            ar: "الحقول «{1}» في سجل TLSA هذا، أو طول بياناته، غير معروفة للمرسلين (RFC 6698).",
            zh: "此 TLSA 记录的字段“{1}”或数据长度不被发件方识别（RFC 6698）。"),
        Sentence(
            "lint.dane.misplaced",
            en: "A TLSA record stands at the name of {1}, which takes no mail itself; senders look at the host that does: {2}.",
            fr:
                "Un enregistrement TLSA se trouve au nom de {1}, qui ne reçoit pas lui-même de courrier ; les expéditeurs regardent l’hôte qui en reçoit : {2}.",
            es:
                "Hay un registro TLSA en el nombre de {1}, que no recibe correo él mismo; los remitentes miran el equipo que lo recibe: {2}.",
            ru: "Запись TLSA стоит у имени {1}, которое само почту не принимает; отправители смотрят на принимающий хост: {2}.",
            ar: "يوجد سجل TLSA عند اسم {1} الذي لا يستقبل البريد بنفسه؛ ينظر المرسلون إلى المضيف الذي يستقبله: {2}.",
            zh: "TLSA 记录位于 {1} 的名称下，而它本身不接收邮件；发件方查看的是接收邮件的主机：{2}。"),
        Sentence(
            "lint.dane.usage", en: "Mail servers pass over TLSA records of usage {1}; use 3 or 2 (RFC 7672 section 3.1.3).",
            fr: "Les serveurs de messagerie ignorent les enregistrements TLSA d’usage {1} ; utilisez 3 ou 2 (RFC 7672 section 3.1.3).",
            es: "Los servidores de correo ignoran los registros TLSA de uso {1}; use 3 o 2 (RFC 7672 sección 3.1.3).",
            ru: "Почтовые серверы пропускают записи TLSA с назначением {1}; используйте 3 или 2 (RFC 7672, раздел 3.1.3).",
            ar: "تتجاهل خوادم البريد سجلات TLSA ذات الاستعمال {1}؛ استعمل 3 أو 2 (RFC 7672 القسم 3.1.3).",
            zh: "邮件服务器忽略用途为 {1} 的 TLSA 记录；请用 3 或 2（RFC 7672 第 3.1.3 节）。"),
        Sentence(
            "lint.dane.there", en: "A signed record says which certificate the host has.",
            fr: "Un enregistrement signé dit quel certificat a l’hôte.", es: "Un registro firmado dice qué certificado tiene el equipo.",
            ru: "Подписанная запись говорит, какой у хоста сертификат.", ar: "يبيّن سجل موقَّع شهادة المضيف.", zh: "已签名的记录说明了主机使用的证书。"),
        Sentence(
            "lint.dane.unsigned", en: "TLSA records count only where DNSSEC signs the zone, and no proof of that was seen here.",
            fr: "Les enregistrements TLSA ne comptent que si DNSSEC signe la zone, et rien ici ne l’a prouvé.",
            es: "Los registros TLSA solo cuentan si DNSSEC firma la zona, y aquí no se vio prueba de ello.",
            ru: "Записи TLSA действуют, только если зона подписана DNSSEC, а доказательства этому здесь не видно.",
            ar: "لا تُحتسب سجلات TLSA إلا حيث يوقّع DNSSEC المنطقة، ولم يُر هنا دليل على ذلك.",
            zh: "只有区域经 DNSSEC 签名，TLSA 记录才有效，而此处未见到证明。"),
    ]
}
