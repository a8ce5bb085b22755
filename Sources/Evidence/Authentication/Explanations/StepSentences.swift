internal import Localization
internal import Resolving

/// What came of a single term or question, in six languages. Results keep the words of their standards (`pass`, `fail`) in each.
enum StepSentences {
    static let all =
        answers + [
            // How a step and what came of it stand together; no arrow where the reader's direction may differ from the terminal's.
            Sentence(
                "auth.step", en: "{1}  →  {2}", fr: "{1}  →  {2}", es: "{1}  →  {2}", ru: "{1}  →  {2}", ar: "{1}: {2}", zh: "{1}  →  {2}"),
            Sentence(
                "auth.step.no-match", en: "no match", fr: "ne correspond pas", es: "no coincide", ru: "не совпадает", ar: "لا تطابق",
                zh: "不匹配"),
            Sentence(
                "auth.step.followed", en: "followed", fr: "suivi", es: "se sigue", ru: "прослежено", ar: "جرى تتبعه", zh: "已跟进"),
            Sentence(
                "auth.step.no-record", en: "no record", fr: "pas d’enregistrement", es: "sin registro", ru: "записи нет", ar: "لا سجل",
                zh: "没有记录"),
            Sentence(
                "auth.step.record", en: "a record", fr: "un enregistrement", es: "un registro", ru: "запись", ar: "سجل", zh: "有记录"),
            Sentence(
                "auth.step.other-texts", en: "other texts", fr: "d’autres textes", es: "otros textos", ru: "другие тексты", ar: "نصوص أخرى",
                zh: "其他文本"),
            Sentence(
                "auth.step.several-records", en: "several records, so none counts", fr: "plusieurs enregistrements, donc aucun ne compte",
                es: "varios registros, así que ninguno cuenta", ru: "несколько записей, поэтому не учитывается ни одна",
                ar: "عدة سجلات، فلا يُعتد بأي منها", zh: "有多条记录，因此都不算数"),
        ]

    private static let answers = [
        Sentence("auth.answer.found", en: "found", fr: "trouvé", es: "hallado", ru: "найдено", ar: "وُجد", zh: "已找到"),
        Sentence(
            "auth.answer.no-data", en: "no such record (NODATA)", fr: "pas de tel enregistrement (NODATA)",
            es: "no hay tal registro (NODATA)", ru: "такой записи нет (NODATA)", ar: "لا سجل كهذا (NODATA)", zh: "没有这种记录（NODATA）"),
        Sentence(
            "auth.answer.nonexistent", en: "no such name (NXDOMAIN)", fr: "ce nom n’existe pas (NXDOMAIN)",
            es: "no existe ese nombre (NXDOMAIN)", ru: "такого имени нет (NXDOMAIN)", ar: "لا اسم كهذا (NXDOMAIN)", zh: "没有这个名称（NXDOMAIN）"),
        Sentence(
            "auth.answer.failed", en: "the server answered {1}", fr: "le serveur a répondu {1}", es: "el servidor respondió {1}",
            ru: "сервер ответил {1}", ar: "أجاب الخادم بـ {1}", zh: "服务器答复 {1}"),
        Sentence(
            "auth.answer.bogus", en: "the signatures of DNSSEC do not hold", fr: "les signatures DNSSEC ne sont pas valides",
            es: "las firmas de DNSSEC no son válidas", ru: "подписи DNSSEC неверны", ar: "توقيعات DNSSEC غير صحيحة", zh: "DNSSEC 签名无效"),
        Sentence(
            "auth.answer.timed-out", en: "no answer in time", fr: "pas de réponse à temps", es: "sin respuesta a tiempo",
            ru: "ответ не пришёл вовремя", ar: "لا جواب في الوقت المحدد", zh: "没有及时答复"),
        Sentence(
            "auth.answer.truncated", en: "only a part of the answer came", fr: "une partie seulement de la réponse est venue",
            es: "solo llegó una parte de la respuesta", ru: "пришла лишь часть ответа", ar: "لم يصل إلا جزء من الجواب", zh: "只收到部分答复"),
    ]
}

extension Answer.Outcome {
    /// What came of a question, to stand inside a sentence that names it.
    var statement: Statement {
        switch self {
        case .found: Statement("auth.answer.found")
        case .noData: Statement("auth.answer.no-data")
        case .nonexistent: Statement("auth.answer.nonexistent")
        case .failed: Statement("auth.answer.failed", description)
        case .bogus: Statement("auth.answer.bogus")
        case .timedOut: Statement("auth.answer.timed-out")
        case .truncated: Statement("auth.answer.truncated")
        }
    }
}

extension SPFOutcome.Finding {
    /// What a term came to, in the reader's language.
    var statement: Statement.Detail {
        switch self {
        case .noMatch: .statement(Statement("auth.step.no-match"))
        case .followed: .statement(Statement("auth.step.followed"))
        case .match(let result), .undecided(let result): .text(result.rawValue)
        }
    }
}

extension DMARCOutcome.Finding {
    /// What was found at a name, in the reader's language.
    var statement: Statement.Detail {
        switch self {
        case .record: .statement(Statement("auth.step.record"))
        case .nothing(let outcome), .notAnswered(let outcome): .statement(outcome.statement)
        case .otherTexts: .statement(Statement("auth.step.other-texts"))
        case .severalRecords: .statement(Statement("auth.step.several-records"))
        }
    }
}
