import MIME
import Messages
import Testing

private func read(_ field: String) -> DateTimeValue {
    let bytes = Array(field.utf8)
    return DateTimeValue(bytes.span, ByteRange(all: bytes))
}

struct FieldsDateTests {
    @Test(arguments: [
        ("Sat, 21 Nov 2026 08:00:00 +0100", "2026-11-21T07:00:00Z", ""),
        ("21 Nov 2026 08:00 -0000", "2026-11-21T08:00:00Z", ""),
        ("Mon, 21 Nov 2026 08:00:00 +0000", "2026-11-21T08:00:00Z", "date.wrong-weekday"),
        ("Sat, 21 Nov 26 08:00:00 EST", "2026-11-21T13:00:00Z", "date.obsolete-form"),
        ("Sat, 21 Nov 126 08:00:00 +0000", "2026-11-21T08:00:00Z", "date.obsolete-form"),
        ("Sat, 21 Nov 0126 08:00:00 +0000", "2026-11-21T08:00:00Z", "date.obsolete-form"),
        ("Sat Nov 21 08:00:00 2026", "2026-11-21T08:00:00Z", "date.missing-zone"),
        ("2026-11-21T08:00:00.5+02:00", "2026-11-21T06:00:00Z", "date.foreign-form"),
        ("2026-11-21 08:00:00Z", "2026-11-21T08:00:00Z", "date.foreign-form"),
        ("11/21/2026 8:00:00 PM +0000", "2026-11-21T20:00:00Z", "date.foreign-form"),
        ("Sat, 21 Nov 2026 08:00:00 KST", "2026-11-21T08:00:00Z", "date.unknown-zone"),
        ("Sat, 31 Dec 2016 23:59:60 +0000", "2017-01-01T00:00:00Z", ""),
        ("31 Jun 2026 08:00:00 +0000", "", "date.impossible"),
        ("21 Nov 2026 25:00:00 +0000", "", "date.impossible"),
        ("21 Nov 2026", "", "date.unreadable"),
        ("tomorrow", "", "date.unreadable"),
        ("", "", "date.unreadable"),
        ("99999999999999999999 Nov 99999999999999999999 99999999999:99999999:99999 +99999", "", "date.impossible"),
    ])
    func forms(_ field: String, _ expected: String, _ defect: String) {
        let found = read(field)
        #expect(found.timestamp.map { "\($0)" } ?? "" == expected)
        if defect.isEmpty {
            #expect(found.defects.isEmpty)
        } else {
            #expect(found.defects.map(\.kind.rawValue).contains(defect))
        }
    }

    @Test func zones() {
        #expect(read("1 Jan 2026 00:00:00 -0330").offsetMinutes == -210)
        #expect(read("1 Jan 2026 00:00:00 +0530").hasLocalOffset)
        #expect(!read("1 Jan 2026 00:00:00 -0000").hasLocalOffset)
        #expect(!read("1 Jan 2026 00:00:00").hasLocalOffset)
    }
}
