internal import Localization

/// What `chaffinch simulate` says.
enum SimulateSentences {
    static let help = [
        Sentence(
            "help.simulate", en: "Simulates a country with spam whose truth is known, for tests, training and planning.",
            fr: "Simule un pays et son spam, dont on connaît la vérité, pour les tests, la formation et la planification.",
            es: "Simula un país con spam cuya verdad se conoce, para pruebas, formación y planificación.",
            ru: "Моделирует страну со спамом, о котором известна вся правда: для испытаний, обучения и планирования.",
            ar: "يحاكي بلدًا فيه رسائل مزعجة حقيقتُها معروفة، للاختبار والتدريب والتخطيط.", zh: "模拟一个真实情况已知的垃圾信息国家，用于测试、培训和规划。")
    ]

    static let all = [
        Sentence(
            "simulate.head", en: "A simulated country, {1}, of seed {2}. Intervals are to hold the truth 95 times in 100.",
            fr: "Un pays simulé, {1}, de graine {2}. Les intervalles doivent contenir la vérité 95 fois sur 100.",
            es: "Un país simulado, {1}, de semilla {2}. Los intervalos deben contener la verdad 95 de cada 100 veces.",
            ru: "Смоделированная страна {1}, начальное число {2}. Интервалы должны содержать истину в 95 случаях из 100.",
            ar: "بلد محاكى، {1}، بذرته {2}. يُفترض أن تحوي الفترات الحقيقة 95 مرة من 100.", zh: "模拟国家 {1}，种子 {2}。区间应有 95% 的概率包含真值。"),
        Sentence(
            "simulate.invented", en: "Everything here is invented.", fr: "Tout ceci est inventé.", es: "Todo esto es inventado.",
            ru: "Всё здесь вымышлено.", ar: "كل ما هنا مختلق.", zh: "此处一切均属虚构。"),
        Sentence("simulate.figure", en: "Figure", fr: "Grandeur", es: "Cifra", ru: "Показатель", ar: "المؤشر", zh: "指标"),
        Sentence("simulate.low", en: "From", fr: "De", es: "Desde", ru: "От", ar: "من", zh: "下限"),
        Sentence("simulate.mid", en: "Estimate", fr: "Estimation", es: "Estimación", ru: "Оценка", ar: "التقدير", zh: "估计值"),
        Sentence("simulate.high", en: "To", fr: "À", es: "Hasta", ru: "До", ar: "إلى", zh: "上限"),
        Sentence("simulate.truth", en: "Truth", fr: "Vérité", es: "Verdad", ru: "Истина", ar: "الحقيقة", zh: "真值"),
        Sentence(
            "simulate.inside", en: "Intervals that hold the truth: {1} of {2}.", fr: "Intervalles qui contiennent la vérité : {1} sur {2}.",
            es: "Intervalos que contienen la verdad: {1} de {2}.", ru: "Интервалов, содержащих истину: {1} из {2}.",
            ar: "الفترات التي تحوي الحقيقة: {1} من {2}.", zh: "包含真值的区间：{2} 个中的 {1} 个。"),
    ]
}
