import AbuseReports
import Testing

@testable import chaffinch

/// Files of reports that mean harm.
struct ReportFileTests {
    /// Two bytes of "ab", packed by gzip without compression.
    private static let packed: [UInt8] = [
        0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF, 1, 2, 0, 0xFD, 0xFF, 0x61, 0x62, 0x6D, 0x48, 0x83, 0x9E, 2, 0, 0, 0,
    ]

    @Test func attachmentsHaveOneBoundTogether() {
        var mail = Array("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n".utf8)
        for name in ["one", "two", "three", "four"] {
            mail += Array(
                "\r\n--x\r\nContent-Type: application/gzip; name=\(name).xml.gz\r\nContent-Transfer-Encoding: binary\r\n\r\n".utf8)
            mail += Self.packed
        }
        mail += Array("\r\n--x--\r\n".utf8)
        var limits = ReportLimits()
        limits.documentBytes = 3
        let problems = ReportFile(mail, limits: limits).problems
        #expect(problems.count == 4)
        #expect(problems.prefix(2).map { $0.contains("whole") } == [false, true])
        #expect(problems.suffix(2).allSatisfy { $0.contains("not unpacked, since") })
    }

    @Test func archivesInArchivesAreNotOpened() {
        let file = ReportFile([0x50, 0x4B, 3, 4] + Self.packed)
        #expect(file.aggregates.isEmpty && !file.problems.isEmpty)
    }
}
