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
    let needs = Needs.all(.route)

    func finding(in examination: Examination) -> Finding? {
        let hops = examination.message.hops
        var worst: Int64 = 0
        var before: Timestamp?
        for index in hops.indices {
            guard let time = hops[index].time else { continue }
            if let before { worst = max(worst, time.seconds(since: before) / 3600) }
            before = time
        }
        return worst >= 24 ? Finding("\(worst)") : nil
    }
}
