import CostModel
import Localization
import Messages
import Observatory

@testable import StudyReport

/// A country that does not exist, with figures of all kinds: exact ones, ranges, withheld ones.
enum StudyExample {
    static let date = Timestamp(year: 2026, month: 10, day: 15) ?? Timestamp(milliseconds: 0)
    static let program = "Chaffinch 0.1"

    static func period(_ text: String) throws -> StudyPeriod {
        guard let period = StudyPeriod(text) else { throw StudyDataProblem("period", text) }
        return period
    }

    static func data() throws -> StudyData {
        let now = try period("2026-Q3")
        var data = StudyData(
            country: "XX", names: names, organisation: "Example Centre", period: now, version: "2026-10-15.1", isExample: true,
            policy: "example 3", datasets: [.init(id: "rir", name: "RIR delegated files", date: "2026-09-30")])
        data.figures = volumes(now) + (try trend(upTo: now)) + breakdowns(now) + routes(now) + wholes(now)
        data.costs = StudyCosts(
            currency: "XCU", priceYear: 2026, seed: 52, draws: 10_000,
            amounts: [
                .init(id: "bandwidth", mid: 8000, p5: 5200, p50: 8400, p95: 15_100, isComplete: true),
                .init(id: "total.operator", mid: 177_000, p5: 131_000, p50: 180_000, p95: 260_000, isComplete: true),
                .init(id: "user-time", mid: 2_737_500, p5: 1_900_000, p50: 3_100_000, p95: 9_800_000, isComplete: true),
                .init(id: "total.users", mid: 7_800_000, p5: 6_100_000, p50: 8_200_000, p95: 15_400_000, isComplete: false),
                .init(id: "gap.filtering", mid: 108_000, p5: 84_000, p50: 110_000, p95: 150_000, isComplete: true),
                .init(id: "gap", mid: 190_000, p5: 150_000, p50: 195_000, p95: 260_000, isComplete: false),
            ],
            swings: [
                .init(figure: "total.users", input: "mail.size", low: 7_600_000, high: 8_000_000),
                .init(figure: "total.users", input: "mail.spam-share", low: 6_500_000, high: 9_900_000),
                .init(figure: "total.users", input: "mail.mailboxes", low: 7_100_000, high: 8_300_000),
            ], missing: ["mail.inbox-share"], missingLayers: ["equipment"])
        data.answers = [
            .init(
                code: "F1", question: [.english: "Operators that sign mail", .arabic: "المشغلون الذين يوقعون البريد"],
                value: .range(low: 6, mid: 7, high: 9), unit: "operators", respondents: 12),
            .init(code: "G2", question: [.english: "Staff"], value: .suppressed, unit: "people", respondents: nil),
        ]
        return data
    }

    private static let names: [String: [Language: String]] = [
        "XX": [.english: "Country X", .french: "Pays X", .spanish: "País X", .russian: "Страна X", .arabic: "البلد س", .chinese: "X国"],
        "ZZ": [.english: "Country Z", .arabic: "البلد ع"], "AS64500": [.english: "Example Net"],
    ]

    private static func volumes(_ period: StudyPeriod) -> [StudyFigure] {
        let rows: [(channel: String?, messages: Double, spam: Double)] = [
            ("email", 18_250_000, 8_212_500), ("sms", 2_400_000, 96_000), ("voice", 310_000, 37_000), (nil, 20_960_000, 8_345_500),
        ]
        return rows.flatMap { row -> [StudyFigure] in
            let keys: [StudyKey: String] = row.channel.map { [.channel: $0] } ?? [:]
            let share = (row.spam / row.messages * 10_000).rounded() / 10_000
            return [
                StudyFigure(.messages, period, keys, .exact(row.messages), coverage: 0.62, contributors: 7),
                StudyFigure(.spam, period, keys, .exact(row.spam), coverage: 0.62, contributors: 7),
                StudyFigure(
                    .spamShare, period, keys, .range(low: rounded(share - 0.004), mid: share, high: rounded(share + 0.005)), coverage: 0.62,
                    contributors: 7),
                StudyFigure(.refused, period, keys, row.channel == "voice" ? .suppressed : .exact(row.spam * 0.78), contributors: 7),
                StudyFigure(.delivered, period, keys, .exact(row.messages - row.spam * 0.97), contributors: 7),
            ]
        }
    }

    /// To as many digits as JSON keeps.
    private static func rounded(_ share: Double) -> Double { (share * 1_000_000).rounded() / 1_000_000 }

    private static func trend(upTo last: StudyPeriod) throws -> [StudyFigure] {
        var period = last
        var figures: [StudyFigure] = []
        for (place, share) in [0.391, 0.402, 0.420, 0.433, 0.441].enumerated() {
            period = period.previous
            figures.append(
                StudyFigure(.spamShare, period, [:], .range(low: rounded(share - 0.005), mid: share, high: rounded(share + 0.005))))
            figures.append(StudyFigure(.spamShare, period, [.channel: "email"], .exact(rounded(share + 0.05))))
            if place != 2 {
                figures.append(StudyFigure(.spamShare, period, [.channel: "sms"], .exact(rounded(0.03 + Double(place) * 0.004))))
            }
        }
        return figures
    }

    private static func breakdowns(_ period: StudyPeriod) -> [StudyFigure] {
        func spam(_ key: StudyKey, _ rows: KeyValuePairs<String, Double?>, dataset: String? = nil) -> [StudyFigure] {
            rows.map { code, value in
                StudyFigure(
                    .spam, period, [key: code], value.map(StudyValue.exact) ?? .suppressed, contributors: value == nil ? nil : 5,
                    dataset: dataset)
            }
        }
        return spam(.category, ["advertising": 3_900_000, "phishing": 2_410_000, "scam": 1_200_000, "malware": 640_000, "gambling": nil])
            + spam(.country, ["ZZ": 2_900_000, "YY": 1_700_000, "XX": 1_100_000, "unknown": 400_000], dataset: "rir")
            + spam(.network, ["AS64500": 1_500_000, "AS64501": 990_000, "AS64502": 420_000], dataset: "rir")
            + spam(.layer, ["network": 4_100_000, "filtering": 3_200_000, "service": 700_000, "feedback": 210_000])
            + spam(.disposition, ["reject": 6_500_000, "quarantine": 1_300_000, "tag": 250_000, "accept": 295_500])
            + spam(.language, ["en": 4_000_000, "ar": 1_900_000, "unknown": 600_000])
    }

    private static func routes(_ period: StudyPeriod) -> [StudyFigure] {
        let rows: [(String, String, Double)] = [
            ("ZZ>AS64500>XX", "seen", 2_100_000), ("ZZ>AS64501>XX", "seen", 700_000), ("YY>AS64501>XX", "confirmed", 900_000),
            ("YY>XX", "seen", 410_000), ("XX", "seen", 350_000), ("ZZ>AS64502>AS64500>XX", "confirmed", 120_000),
            ("WW>XX", "claimed", 90_000),
        ]
        return rows.map { StudyFigure(.spam, period, [.route: $0.0, .trust: $0.1], .exact($0.2), contributors: 4, dataset: "rir") }
    }

    private static func wholes(_ period: StudyPeriod) -> [StudyFigure] {
        [
            StudyFigure(.zombieShare, period, [:], .range(low: 0.61, mid: 0.66, high: 0.70), method: .sampled),
            StudyFigure(.campaigns, period, [:], .exact(212)), StudyFigure(.sources, period, [:], .exact(48_211)),
            StudyFigure(.reports, period, [:], .exact(15_403), method: .reported),
            StudyFigure(.reporters, period, [:], .exact(9004), method: .reported),
            StudyFigure(.medianSize, period, [:], .exact(6120)), StudyFigure(.longDelay, period, [:], .exact(840)),
            StudyFigure(.messages, period, [.direction: "terminating"], .exact(19_000_000)),
            StudyFigure(.messages, period, [.direction: "originating"], .exact(1_960_000)),
        ]
    }
}
