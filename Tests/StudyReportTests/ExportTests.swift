import Documents
import Localization
import Messages
import Testing

@testable import StudyReport

@Suite struct ExportTests {
    @Test func everyObservationIsARowOfTheSameColumns() throws {
        let data = try StudyExample.data()
        let table = TidyTable(data)
        #expect(table.rows.count == data.figures.count + 6 + 2)
        #expect(table.rows.allSatisfy { $0.count == table.columns.count })
        let lines = String(decoding: table.csv, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.count == table.rows.count + 2)
        let state = try #require(table.columns.firstIndex(of: "state"))
        let value = try #require(table.columns.firstIndex(of: "value"))
        #expect(table.rows.filter { $0[state] == "suppressed" }.allSatisfy { $0[value].isEmpty })
        #expect(table.rows.contains { $0[state] == "suppressed" })
    }

    @Test func figuresInAnotherOrderAreTheSameBytes() throws {
        var data = try StudyExample.data()
        let first = (TidyTable(data).csv, SDMXMessage(data, date: StudyExample.date).xml)
        data.figures.reverse()
        let (isSameTable, isSameMessage) = (
            TidyTable(data).csv == first.0, SDMXMessage(data, date: StudyExample.date).xml == first.1
        )
        #expect(isSameTable && isSameMessage)
    }

    @Test func fieldsThatWouldBeFormulasAreNot() {
        #expect(CSVText.line(["=1+1", "a,b", "c\"d", "-1"]) == "'=1+1,\"a,b\",\"c\"\"d\",-1\r\n")
    }

    @Test(arguments: [(0.0, "0"), (-3, "-3"), (0.05, "0.05"), (1.5, "1.5"), (-0.0000001, "0"), (1_000_000_000_000, "1000000000000")])
    func numbersAreWrittenForPrograms(value: Double, text: String) {
        #expect(TidyTable.number(value) == text)
    }
}
