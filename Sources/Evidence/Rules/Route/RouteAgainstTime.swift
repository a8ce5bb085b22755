internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// The route runs against time by more than clocks err: lines were invented.
struct RouteAgainstTime: Check {
    let sentence = Sentence(
        "route.against-time",
        en: "The stations’ times contradict each other by {1} hours.",
        fr: "Les heures des étapes se contredisent de {1} heures.",
        es: "Las horas de las estaciones se contradicen en {1} horas.",
        ru: "Время узлов расходится на {1} ч.",
        ar: "أوقات المحطات متناقضة بمقدار {1} ساعة.",
        zh: "各站时间相互矛盾达 {1} 小时。")
    let weight = 0.6
    let layer = Layer.network

    func finding(in examination: Examination) -> Finding? {
        let times = examination.message.hops.compactMap(\.time)
        guard times.count >= 2 else { return nil }
        let worst = zip(times, times.dropFirst()).map { $1.seconds(since: $0) / 3600 }.max() ?? 0
        return worst >= 24 ? Finding("\(worst)") : nil
    }
}
