import Messages
import Testing

@testable import Observatory

@Suite struct Periods {
    @Test(arguments: [
        ("2026", "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"), ("2026-H1", "2026-01-01T00:00:00Z", "2026-07-01T00:00:00Z"),
        ("2026-H2", "2026-07-01T00:00:00Z", "2027-01-01T00:00:00Z"), ("2026-Q3", "2026-07-01T00:00:00Z", "2026-10-01T00:00:00Z"),
        ("2024-02", "2024-02-01T00:00:00Z", "2024-03-01T00:00:00Z"), ("1969-12", "1969-12-01T00:00:00Z", "1970-01-01T00:00:00Z"),
        ("2026-07-14", "2026-07-14T00:00:00Z", "2026-07-15T00:00:00Z"),
        ("2026-07-14T08:00:00Z/2026-07-15T20:00:00Z", "2026-07-14T08:00:00Z", "2026-07-15T20:00:00Z"),
    ])
    func areReadAndSpelt(code: String, first: String, after: String) throws {
        let period = try #require(Period(code))
        #expect("\(period.start)" == first)
        #expect("\(period.end)" == after)
        #expect(period.code == code)
        #expect(period.previous.hours.upperBound == period.hours.lowerBound)
        #expect(period.kind == .span || period.previous.kind == period.kind)
    }

    @Test func otherSpellingsAreUnderstood() {
        #expect(Period("2026-S2") == Period("2026-H2"))
        #expect(Period("2026-07-01/2026-08-01")?.hours == Period("2026-07")?.hours)
        #expect(Period("2026-Q1")?.previous.code == "2025-Q4")
        #expect(Period("2026-01")?.previous.code == "2025-12")
        #expect(Period("2026")?.yearBefore.code == "2025")
        #expect(Period("2026-Q3")?.yearBefore.code == "2025-Q3")
        #expect(Period("2026-Q3")?.months.map(\.code) == ["2026-07", "2026-08", "2026-09"])
        #expect(Period("2026-02")?.days.count == 28)
    }

    @Test(arguments: [
        "", "26", "2026-", "2026-13", "2026-00", "2026-Q5", "2026-Q0", "2026-H3", "2026-7", "2026-07-32", "2026-07-1", "2026/2025",
        "2026-07-01/2026-07-01", "2026-07-01/", "0000", "+026", "2026-+1", "2026-Qx", "a/b", "2026-07-01-01", "９９９９",
    ])
    func nonsenseIsRefused(text: String) {
        #expect(Period(text) == nil)
    }

    @Test func anHourThatIsTouchedCounts() {
        let period = Period(from: Timestamp(seconds: 1800), to: Timestamp(seconds: 7201))
        #expect(period.hours == 0..<3)
        #expect(Period(from: Timestamp(seconds: 0), to: Timestamp(seconds: 7200)).hours == 0..<2)
        #expect(Period(from: end, to: start).hours.isEmpty)
        #expect(Period(from: end, to: start).months.isEmpty)
    }
}
