internal import Localization

/// What commands say of policy.
enum PolicySentences {
    static let all = [
        Sentence(
            "policy.voices", en: "Who had a say, in this order", fr: "Qui avait son mot à dire, dans cet ordre",
            es: "Quién tenía algo que decir, en este orden", ru: "Кто имел голос, в этом порядке", ar: "من كان له قول، بهذا الترتيب",
            zh: "有发言权者（按此顺序）"),
        Sentence(
            "policy.decided", en: "decided", fr: "a décidé", es: "decidió", ru: "решило", ar: "هو الذي قرّر", zh: "作出决定"),
        Sentence(
            "policy.gave-way", en: "gave way", fr: "a cédé", es: "cedió", ru: "уступило", ar: "تنازل لغيره", zh: "让位"),
        Sentence(
            "policy.not-reached", en: "not reached", fr: "pas atteint", es: "no alcanzado", ru: "не достигнуто", ar: "لم يُبلغ",
            zh: "未达到"),
        Sentence("policy.stands", en: "stands", fr: "en vigueur", es: "rige", ru: "действует", ar: "سارٍ", zh: "有效"),
        Sentence(
            "policy.watched", en: "only watched", fr: "seulement observé", es: "solo se observa", ru: "только наблюдается",
            ar: "للمراقبة فقط", zh: "仅观察"),
        Sentence(
            "policy.from", en: "{1} from {2} on", fr: "{1} à partir de {2}", es: "{1} desde {2}", ru: "{1} начиная с {2}",
            ar: "{1} ابتداءً من {2}", zh: "{2} 起{1}"),
        Sentence(
            "policy.never", en: "never {1}", fr: "jamais {1}", es: "nunca {1}", ru: "никогда: {1}", ar: "لا يحدث أبدًا: {1}",
            zh: "绝不{1}"),
        Sentence("policy.binding", en: "binding", fr: "impératif", es: "vinculante", ru: "обязательно", ar: "مُلزِم", zh: "强制"),
        Sentence(
            "policy.ordered", en: "Order {1} holds from {2} until {3}, and then ends by itself.",
            fr: "L’ordre {1} vaut du {2} au {3}, puis prend fin de lui-même.",
            es: "La orden {1} rige desde {2} hasta {3} y después termina sola.",
            ru: "Распоряжение {1} действует с {2} до {3}, затем прекращается само.",
            ar: "يسري الأمر {1} من {2} إلى {3} ثم ينتهي من تلقاء نفسه.", zh: "命令 {1} 自 {2} 起有效，至 {3} 自动终止。"),
        Sentence(
            "policy.ordered-observing",
            en: "The policy of these settings only observes: what the order does is counted, and not carried out.",
            fr: "La politique de ces réglages ne fait qu’observer : l’effet de l’ordre est compté, sans être appliqué.",
            es: "La política de estos ajustes solo observa: el efecto de la orden se cuenta y no se aplica.",
            ru: "Политика этих настроек только наблюдает: действие распоряжения подсчитывается, но не выполняется.",
            ar: "سياسة هذه الإعدادات تراقب فقط: يُحصى أثر الأمر ولا يُنفَّذ.", zh: "当前设置的策略仅观察：命令的作用只计数，不执行。"),
        Sentence(
            "policy.ended", en: "Order {1} is ended; it would have held until {2}.",
            fr: "L’ordre {1} a pris fin ; il aurait valu jusqu’au {2}.", es: "La orden {1} ha terminado; habría regido hasta {2}.",
            ru: "Распоряжение {1} прекращено; оно действовало бы до {2}.", ar: "انتهى الأمر {1}؛ وكان سيسري حتى {2}.",
            zh: "命令 {1} 已终止；原定有效至 {2}。"),
        Sentence(
            "policy.no-orders", en: "There are no orders.", fr: "Il n’y a aucun ordre.", es: "No hay órdenes.", ru: "Распоряжений нет.",
            ar: "لا توجد أوامر.", zh: "没有命令。"),
        Sentence("policy.order-holds", en: "holds", fr: "en vigueur", es: "vigente", ru: "действует", ar: "سارٍ", zh: "有效"),
        Sentence("policy.order-to-come", en: "to come", fr: "à venir", es: "por venir", ru: "предстоит", ar: "لم يبدأ بعد", zh: "未开始"),
        Sentence("policy.order-expired", en: "expired", fr: "expiré", es: "expirada", ru: "истекло", ar: "انقضى", zh: "已到期"),
        Sentence("policy.order-ended", en: "ended", fr: "interrompu", es: "terminada", ru: "прекращено", ar: "أُنهي", zh: "已提前终止"),
        Sentence(
            "policy.order-ended-by", en: "ended at {1} by {2}: {3}", fr: "interrompu le {1} par {2} : {3}",
            es: "terminada el {1} por {2}: {3}", ru: "прекращено {1}, {2}: {3}", ar: "أنهاه {2} في {1}: {3}", zh: "{2} 于 {1} 终止：{3}"),
        Sentence(
            "policy.report-head", en: "Live messages from {1} to {2}: {3}.", fr: "Messages réels du {1} au {2} : {3}.",
            es: "Mensajes reales desde {1} hasta {2}: {3}.", ru: "Сообщений в живом потоке с {1} по {2}: {3}.",
            ar: "الرسائل الحية من {1} إلى {2}: {3}.", zh: "{1} 至 {2} 的实际流量消息：{3}。"),
        Sentence(
            "policy.report-observes",
            en:
                "The policy only observes: this is what would have happened. The column of what was done says what happened while it acted.",
            fr:
                "La politique ne fait qu’observer : voici ce qui se serait passé. La colonne des mesures appliquées dit ce qui s’est passé quand elle agissait.",
            es: "La política solo observa: esto es lo que habría ocurrido. La columna de lo aplicado dice lo que ocurrió mientras actuaba.",
            ru: "Политика только наблюдает: вот что произошло бы. Столбец выполненного показывает, что произошло, пока она действовала.",
            ar: "السياسة تراقب فقط: هذا ما كان سيحدث. ويبيّن عمود ما نُفّذ ما حدث حين كانت تعمل.",
            zh: "策略仅观察：以下为本会发生的情况。“已执行”一列为策略生效期间实际发生的情况。"),
        Sentence(
            "policy.report-acts", en: "The policy acts. What was not done was due while it only observed, or for those who only observe.",
            fr: "La politique agit. Ce qui n’a pas été appliqué était dû pendant qu’elle observait, ou pour ceux qui ne font qu’observer.",
            es: "La política actúa. Lo no aplicado correspondía mientras solo observaba, o a quienes solo observan.",
            ru: "Политика действует. Невыполненное относится ко времени наблюдения или к тем, у кого она только наблюдает.",
            ar: "السياسة نافذة. وما لم يُنفَّذ كان مستحقًا حين كانت تراقب فقط، أو لمن يراقبون فقط.",
            zh: "策略已生效。未执行者发生于仅观察期间，或属于仅观察的收件人。"),
        Sentence(
            "policy.report-nothing", en: "Nothing was counted. `chaffinch serve` counts where state.folder is set.",
            fr: "Rien n’a été compté. `chaffinch serve` compte lorsque state.folder est défini.",
            es: "No se contó nada. `chaffinch serve` cuenta cuando state.folder está definido.",
            ru: "Ничего не подсчитано. `chaffinch serve` ведёт счёт, если задан state.folder.",
            ar: "لم يُحصَ شيء. يُحصي `chaffinch serve` حيث عُيّن state.folder.", zh: "没有计数。设置 state.folder 后 `chaffinch serve` 才会计数。"),
        Sentence("policy.done", en: "Done", fr: "Appliqué", es: "Aplicado", ru: "Сделано", ar: "نُفِّذ", zh: "已执行"),
        Sentence(
            "policy.line", en: "Decided by", fr: "Décidé par", es: "Decidido por", ru: "Решающая строка", ar: "صاحب القرار", zh: "决定依据"),
        Sentence(
            "policy.report-bands", en: "At other thresholds: messages whose probability is at least",
            fr: "À d’autres seuils : messages de probabilité au moins égale à",
            es: "Con otros umbrales: mensajes con probabilidad de al menos", ru: "При других порогах: сообщения с вероятностью не ниже",
            ar: "عند عتبات أخرى: رسائل احتمالها لا يقل عن", zh: "其他阈值下：概率不低于下列值的消息数"),
        Sentence(
            "policy.report-spared", en: "For {1} messages with several recipients more was due for some than for all.",
            fr: "Pour {1} messages à plusieurs destinataires, il était dû davantage pour certains que pour tous.",
            es: "En {1} mensajes con varios destinatarios, a algunos les correspondía más que a todos.",
            ru: "Для {1} сообщений с несколькими получателями некоторым полагалось больше, чем всем.",
            ar: "في {1} من الرسائل ذات المستلمين المتعددين كان لبعضهم أكثر مما كان للجميع.",
            zh: "有 {1} 条多收件人消息，对部分收件人应采取的措施强于对全体的措施。"),
        Sentence(
            "policy.report-unknown",
            en:
                "Not known here: how many of these were wanted (only feedback tells), and messages that could not be judged (the log names them).",
            fr:
                "Inconnu ici : combien étaient souhaités (seuls les retours le disent), et les messages qui n’ont pu être jugés (le journal les nomme).",
            es:
                "No se sabe aquí: cuántos eran deseados (solo lo dicen los avisos) ni los mensajes que no pudieron juzgarse (los nombra el registro).",
            ru:
                "Здесь не известно: сколько из них было нужных (это скажут лишь отзывы) и какие сообщения не удалось оценить (они в журнале).",
            ar: "غير معروف هنا: كم منها كان مرغوبًا (لا يبيّنه إلا البلاغات)، والرسائل التي تعذّر الحكم عليها (يذكرها السجل).",
            zh: "此处不可知：其中多少是想要的消息（只有反馈能说明），以及未能判定的消息（见日志）。"),
        Sentence(
            "policy.review-total", en: "Messages that it was about: {1}", fr: "Messages concernés : {1}", es: "Mensajes afectados: {1}",
            ru: "Затронуто сообщений: {1}", ar: "الرسائل المعنية: {1}", zh: "涉及消息：{1}"),
    ]
}

extension HelpSentences {
    static let policy = [
        Sentence(
            "help.policy", en: "Temporary orders, and what the policy would have done.",
            fr: "Ordres temporaires, et ce que la politique aurait fait.", es: "Órdenes temporales y lo que la política habría hecho.",
            ru: "Временные распоряжения и то, что сделала бы политика.", ar: "الأوامر المؤقتة، وما كانت السياسة ستفعله.",
            zh: "临时命令，以及策略本会采取的措施。"),
        Sentence(
            "help.policy.show", en: "Says which lines of policy hold for a recipient, and where each is written.",
            fr: "Dit quelles lignes de la politique valent pour un destinataire, et où chacune est écrite.",
            es: "Dice qué líneas de la política rigen para un destinatario y dónde está escrita cada una.",
            ru: "Сообщает, какие строки политики действуют для получателя и где каждая записана.",
            ar: "يبيّن أسطر السياسة السارية على مستلم وأين كُتب كل منها.", zh: "说明对某收件人有效的策略行及其所在位置。"),
        Sentence(
            "help.policy.order", en: "Orders something for some hours; it ends by itself.",
            fr: "Ordonne une mesure pour quelques heures ; elle prend fin d’elle-même.",
            es: "Ordena una medida por unas horas; termina sola.", ru: "Отдаёт распоряжение на несколько часов; оно прекращается само.",
            ar: "يأمر بإجراء لساعات معدودة ثم ينتهي من تلقاء نفسه.", zh: "下达数小时的临时命令，到期自动终止。"),
        Sentence(
            "help.policy.orders", en: "Names the orders that hold or are to come.", fr: "Nomme les ordres en vigueur ou à venir.",
            es: "Enumera las órdenes vigentes o por venir.", ru: "Перечисляет действующие и предстоящие распоряжения.",
            ar: "يسرد الأوامر السارية والقادمة.", zh: "列出有效或即将生效的命令。"),
        Sentence(
            "help.policy.end", en: "Ends an order before its time.", fr: "Met fin à un ordre avant son terme.",
            es: "Termina una orden antes de tiempo.", ru: "Прекращает распоряжение досрочно.", ar: "ينهي أمرًا قبل أوانه.",
            zh: "提前终止一项命令。"),
        Sentence(
            "help.policy.review", en: "Says what orders did, while they hold and afterwards.",
            fr: "Dit ce que les ordres ont fait, pendant et après.", es: "Dice lo que hicieron las órdenes, durante y después.",
            ru: "Сообщает, что сделали распоряжения, во время действия и после.", ar: "يبيّن ما فعلته الأوامر أثناء سريانها وبعده.",
            zh: "说明各命令在有效期间及之后的效果。"),
        Sentence(
            "help.policy.report", en: "Says what was due on live messages, by which line, and what was done.",
            fr: "Dit ce qui était dû pour les messages réels, selon quelle ligne, et ce qui a été appliqué.",
            es: "Dice qué correspondía a los mensajes reales, según qué línea, y qué se aplicó.",
            ru: "Сообщает, что полагалось сообщениям живого потока, по какой строке, и что сделано.",
            ar: "يبيّن ما استحقته الرسائل الحية وبأي سطر وما نُفّذ منه.", zh: "说明实际流量消息应如何处理、依据哪一行，以及已执行的部分。"),
    ]
}
