internal import Localization

extension StudySentences {
    /// The summary.
    static let summary = [
        Sentence(
            "study.s.volume", en: "In the {1} the study counted {2} in {3}; {4} of them were spam.",
            fr: "{3}, {1} : l’étude a compté {2}, dont {4} de spam.",
            es: "{3}, {1}: el estudio contó {2}; el {4} era spam.",
            ru: "{3}, {1}: исследование учло {2}; доля спама {4}.",
            ar: "{3}، {1}: أحصت الدراسة {2}، وبلغت نسبة الرسائل الاقتحامية {4}.", zh: "{3}{1}：本研究共统计{2}，其中垃圾信息占{4}。"),
        Sentence(
            "study.s.interval", en: "The true share lies within {1} with 95% confidence.",
            fr: "La part réelle se situe dans l’intervalle {1}, au niveau de confiance de 95 %.",
            es: "La proporción real está en el intervalo {1}, con una confianza del 95 %.",
            ru: "Истинная доля лежит в пределах {1} с доверием 95 %.", ar: "تقع النسبة الحقيقية في المدى {1} بثقة 95%.",
            zh: "真实占比在{1}之间（置信度95%）。"),
        Sentence(
            "study.s.channels", en: "Share of spam by channel: {1}.", fr: "Part du spam par canal : {1}.",
            es: "Proporción de spam por canal: {1}.",
            ru: "Доля спама по каналам: {1}.", ar: "نسبة الرسائل الاقتحامية حسب القناة: {1}.", zh: "各渠道垃圾信息占比：{1}。"),
        Sentence(
            "study.s.rose", en: "Since the {1} the share of spam rose by {2} percentage points ({3} with 95% confidence).",
            fr: "Depuis la période « {1} », la part du spam a augmenté de {2} points ({3}, confiance de 95 %).",
            es: "Desde el período «{1}», la proporción de spam subió {2} puntos porcentuales ({3}, confianza del 95 %).",
            ru: "По сравнению с периодом «{1}» доля спама выросла на {2} п. п. ({3} с доверием 95 %).",
            ar: "منذ {1} ارتفعت نسبة الرسائل الاقتحامية بمقدار {2} نقطة مئوية ({3} بثقة 95%).", zh: "与{1}相比，垃圾信息占比上升{2}个百分点（{3}，置信度95%）。"),
        Sentence(
            "study.s.fell", en: "Since the {1} the share of spam fell by {2} percentage points ({3} with 95% confidence).",
            fr: "Depuis la période « {1} », la part du spam a baissé de {2} points ({3}, confiance de 95 %).",
            es: "Desde el período «{1}», la proporción de spam bajó {2} puntos porcentuales ({3}, confianza del 95 %).",
            ru: "По сравнению с периодом «{1}» доля спама снизилась на {2} п. п. ({3} с доверием 95 %).",
            ar: "منذ {1} انخفضت نسبة الرسائل الاقتحامية بمقدار {2} نقطة مئوية ({3} بثقة 95%).", zh: "与{1}相比，垃圾信息占比下降{2}个百分点（{3}，置信度95%）。"),
        Sentence(
            "study.s.unclear",
            en:
                "Since the {1} the share of spam changed by {2} percentage points ({3} with 95% confidence): too little to tell from chance.",
            fr:
                "Depuis la période « {1} », la part du spam a varié de {2} points ({3}, confiance de 95 %) : trop peu pour exclure le hasard.",
            es:
                "Desde el período «{1}», la proporción de spam varió {2} puntos porcentuales ({3}, confianza del 95 %): demasiado poco para descartar el azar.",
            ru: "По сравнению с периодом «{1}» доля спама изменилась на {2} п. п. ({3} с доверием 95 %): это не отличить от случайности.",
            ar: "منذ {1} تغيرت نسبة الرسائل الاقتحامية بمقدار {2} نقطة مئوية ({3} بثقة 95%)، وهو تغير لا يمكن تمييزه عن الصدفة.",
            zh: "与{1}相比，垃圾信息占比变化{2}个百分点（{3}，置信度95%），幅度过小，无法排除偶然因素。"),
        Sentence(
            "study.s.changed", en: "Since the {1} the share of spam changed by {2} percentage points; no interval can be given.",
            fr: "Depuis la période « {1} », la part du spam a varié de {2} points ; aucun intervalle ne peut être donné.",
            es: "Desde el período «{1}», la proporción de spam varió {2} puntos porcentuales; no se puede dar un intervalo.",
            ru: "По сравнению с периодом «{1}» доля спама изменилась на {2} п. п.; интервал указать нельзя.",
            ar: "منذ {1} تغيرت نسبة الرسائل الاقتحامية بمقدار {2} نقطة مئوية، ولا يمكن تحديد فاصل ثقة.",
            zh: "与{1}相比，垃圾信息占比变化{2}个百分点；无法给出区间。"),
        Sentence(
            "study.s.kinds", en: "Most frequent types of spam: {1}.", fr: "Types de spam les plus fréquents : {1}.",
            es: "Tipos de spam más frecuentes: {1}.", ru: "Самые частые виды спама: {1}.", ar: "أكثر أنواع الرسائل الاقتحامية شيوعا: {1}.",
            zh: "最常见的垃圾信息类型：{1}。"),
        Sentence(
            "study.s.countries", en: "Most spam came from: {1} (countries after {2}).",
            fr: "Principaux pays d’origine du spam : {1} (d’après {2}).",
            es: "Principales países de origen del spam: {1} (según {2}).", ru: "Больше всего спама пришло из стран: {1} (по данным {2}).",
            ar: "أبرز بلدان منشأ الرسائل الاقتحامية: {1} (استنادا إلى {2}).", zh: "垃圾信息的主要来源国家：{1}（依据{2}）。"),
        Sentence(
            "study.s.networks", en: "Networks that most spam came from: {1} (networks after {2}).",
            fr: "Principaux réseaux d’origine du spam : {1} (d’après {2}).", es: "Principales redes de origen del spam: {1} (según {2}).",
            ru: "Сети, откуда пришло больше всего спама: {1} (по данным {2}).",
            ar: "أبرز شبكات منشأ الرسائل الاقتحامية: {1} (استنادا إلى {2}).",
            zh: "垃圾信息的主要来源网络：{1}（依据{2}）。"),
        Sentence(
            "study.s.zombies", en: "{1} of spam whose machine was seen came from machines with signs of having been taken over.",
            fr: "{1} du spam dont la machine a été vue provient de machines présentant des signes de détournement.",
            es: "El {1} del spam cuya máquina se vio procede de máquinas con señales de secuestro.",
            ru: "{1} спама, отправителя которого удалось увидеть, пришло с машин с признаками захвата.",
            ar: "جاء {1} من الرسائل الاقتحامية التي رُصدت أجهزتها من أجهزة عليها علامات الاختراق.", zh: "在可见发送主机的垃圾信息中，{1}来自有受控迹象的主机。"),
        Sentence(
            "study.s.sources", en: "Spam was seen from {1}, grouped into {2}.", fr: "Du spam a été observé depuis {1}, regroupé en {2}.",
            es: "Se observó spam procedente de {1}, agrupado en {2}.", ru: "Замечено источников спама: {1}; кампаний: {2}.",
            ar: "رُصدت الرسائل الاقتحامية من {1} ضمن {2}.", zh: "共观测到垃圾信息来自{1}，归为{2}。"),
        Sentence(
            "study.s.stopped", en: "{1} of spam was refused, and {2} was tagged, held or discarded.",
            fr: "{1} du spam a été refusé, et {2} marqué, retenu ou supprimé.",
            es: "El {1} del spam se rechazó y el {2} se marcó, retuvo o descartó.",
            ru: "{1} спама отклонено, {2} помечено, задержано или удалено.",
            ar: "رُفض {1} من الرسائل الاقتحامية، ووُسم أو حُجز أو حُذف {2} منها.",
            zh: "垃圾信息中{1}被拒收，{2}被标记、隔离或丢弃。"),
        Sentence(
            "study.s.route", en: "The widest route that was seen or confirmed is {1}; it carried {2} of the spam whose route is known.",
            fr: "La voie la plus empruntée, vue ou confirmée, est {1} ; elle a acheminé {2} du spam dont la voie est connue.",
            es: "La ruta más ancha, vista o confirmada, es {1}; llevó el {2} del spam cuya ruta se conoce.",
            ru: "Самый широкий виденный или подтверждённый маршрут: {1}; по нему прошло {2} спама с известным маршрутом.",
            ar: "أوسع مسار مرئي أو مؤكد هو {1}، وقد حمل {2} من الرسائل الاقتحامية المعروفة المسار.", zh: "已观测或确认的最主要路由为{1}，承载了已知路由垃圾信息的{2}。"
        ),
        Sentence(
            "study.s.claimed", en: "Routes that were only claimed are counted apart and enter no figure of routes: {1}.",
            fr: "Les voies seulement déclarées sont comptées à part et n’entrent dans aucun chiffre : {1}.",
            es: "Las rutas solo declaradas se cuentan aparte y no entran en ninguna cifra de rutas: {1}.",
            ru: "Лишь заявленные маршруты считаются отдельно и в показатели маршрутов не входят: {1}.",
            ar: "المسارات المُدّعاة فقط تُحسب على حدة ولا تدخل في أي رقم للمسارات: {1}.", zh: "仅为声称的路由单独计数，不计入路由数据：{1}。"),
        Sentence(
            "study.s.reports", en: "People sent {1}.", fr: "Le public a envoyé {1}.", es: "El público envió {1}.",
            ru: "Поступило от людей: {1}.",
            ar: "تلقينا من الجمهور {1}.", zh: "公众共提交{1}。"),
        Sentence(
            "study.s.coverage", en: "The counting saw {1} of the country's traffic; the figures come from {2}.",
            fr: "Le comptage a couvert {1} du trafic du pays ; les chiffres proviennent de {2}.",
            es: "El recuento abarcó el {1} del tráfico del país; las cifras proceden de {2}.",
            ru: "Учёт охватил {1} трафика страны; данные предоставили: {2}.", ar: "شمل العد {1} من حركة البلد، ومصدر الأرقام {2}.",
            zh: "统计覆盖全国流量的{1}；数据来自{2}。"),
        Sentence(
            "study.s.withheld", en: "To protect those who contributed, {1} are withheld; withheld is not zero.",
            fr: "Pour protéger les contributeurs, ne sont pas publiés : {1} ; non publié ne veut pas dire zéro.",
            es: "Para proteger a los contribuyentes no se publican {1}; no publicado no significa cero.",
            ru: "Чтобы защитить участников, не публикуется: {1}; это не ноль.", ar: "حماية للمساهمين حُجب {1}، والمحجوب ليس صفرا.",
            zh: "为保护数据提供方，有{1}不予公布；不公布不等于零。"),
        Sentence(
            "study.s.nothing", en: "There are no figures for this period.", fr: "Il n’y a pas de chiffres pour cette période.",
            es: "No hay cifras de este período.", ru: "За этот период показателей нет.", ar: "لا توجد أرقام لهذه الفترة.", zh: "本周期没有数据。"),
        Sentence("study.s.item", en: "{1} ({2})", fr: "{1} ({2})", es: "{1} ({2})", ru: "{1} ({2})", ar: "{1} ({2})", zh: "{1}（{2}）"),
        Sentence("study.s.dated", en: "{1}, {2}", fr: "{1}, {2}", es: "{1}, {2}", ru: "{1}, {2}", ar: "{1}، {2}", zh: "{1}，{2}"),
        Sentence(
            "study.s.between", en: "{1} to {2}", fr: "de {1} à {2}", es: "de {1} a {2}", ru: "от {1} до {2}", ar: "من {1} إلى {2}",
            zh: "{1}至{2}"),
    ]

    /// What the summary says of money.
    static let costSummary = [
        Sentence(
            "study.s.cost.operator", en: "Operators spend {1} {2} a year on spam ({3} in nine draws of ten).",
            fr: "Les opérateurs dépensent {1} {2} par an à cause du spam ({3} dans neuf tirages sur dix).",
            es: "Los operadores gastan {1} {2} al año por el spam ({3} en nueve de cada diez sorteos).",
            ru: "Операторы тратят из-за спама {1} {2} в год ({3} в девяти испытаниях из десяти).",
            ar: "ينفق المشغلون {1} {2} سنويا بسبب الرسائل الاقتحامية ({3} في تسع سحوبات من عشر).", zh: "运营商每年因垃圾信息支出{1} {2}（十次抽样中九次为{3}）。"),
        Sentence(
            "study.s.cost.users", en: "Users lose time and messages worth {1} {2} a year ({3} in nine draws of ten).",
            fr: "Les utilisateurs perdent du temps et des messages pour {1} {2} par an ({3} dans neuf tirages sur dix).",
            es: "Los usuarios pierden tiempo y mensajes por valor de {1} {2} al año ({3} en nueve de cada diez sorteos).",
            ru: "Пользователи теряют время и письма на {1} {2} в год ({3} в девяти испытаниях из десяти).",
            ar: "يخسر المستعملون وقتا ورسائل بقيمة {1} {2} سنويا ({3} في تسع سحوبات من عشر).", zh: "用户每年损失的时间和信息价值{1} {2}（十次抽样中九次为{3}）。"),
        Sentence(
            "study.s.cost.public", en: "The state spends {1} {2} a year ({3} in nine draws of ten).",
            fr: "L’État dépense {1} {2} par an ({3} dans neuf tirages sur dix).",
            es: "El Estado gasta {1} {2} al año ({3} en nueve de cada diez sorteos).",
            ru: "Государство тратит {1} {2} в год ({3} в девяти испытаниях из десяти).",
            ar: "تنفق الدولة {1} {2} سنويا ({3} في تسع سحوبات من عشر).",
            zh: "国家每年支出{1} {2}（十次抽样中九次为{3}）。"),
        Sentence(
            "study.s.cost.apart", en: "These amounts are of different kinds and are not added up.",
            fr: "Ces montants sont de nature différente et ne s’additionnent pas.",
            es: "Estos importes son de distinta naturaleza y no se suman.",
            ru: "Эти суммы разной природы и не складываются.", ar: "هذه المبالغ مختلفة الطبيعة ولا تُجمع.", zh: "这些金额性质不同，不相加。"),
        Sentence(
            "study.s.gap", en: "Within five years {1} {2} still has to be invested ({3} in nine draws of ten).",
            fr: "D’ici cinq ans, il reste à investir {1} {2} ({3} dans neuf tirages sur dix).",
            es: "En cinco años quedan por invertir {1} {2} ({3} en nueve de cada diez sorteos).",
            ru: "За пять лет остаётся вложить {1} {2} ({3} в девяти испытаниях из десяти).",
            ar: "يلزم استثمار {1} {2} خلال خمس سنوات ({3} في تسع سحوبات من عشر).",
            zh: "五年内尚需投资{1} {2}（十次抽样中九次为{3}）。"),
        Sentence(
            "study.s.cost-missing", en: "Nobody told these, and they were not guessed: {1}.", fr: "Non communiqué, et non deviné : {1}.",
            es: "No comunicado, y no adivinado: {1}.", ru: "Не сообщено и не угадано: {1}.", ar: "لم يُبلَّغ عنها ولم تُخمَّن: {1}.",
            zh: "未提供且未作猜测：{1}。"),
    ]
}
