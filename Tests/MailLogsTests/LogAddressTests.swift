import Messages
import Testing

@testable import MailLogs

/// Addresses in lines.
struct LogAddressTests {
    @Test func theyAreReadAsEverywhere() {
        var texts = [
            "192.0.2.1", "0.0.0.0", "255.255.255.255", "256.1.1.1", "1.2.3", "1.2.3.4.5", "01.2.3.4", "1..2.3", "", "::", "::1",
            "2001:db8::",
            "2001:db8::5", "2001:DB8:0:0:0:0:0:5", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", ":1", "1:", "1:::2",
            "::ffff:192.0.2.1", "::ffff:c000:201", "fe80::1%eth0", "12345::", "g::", "unknown", ":", ":::", "1:2:3:4::5:6:7:8",
            "1:2:3:4:5:6:7::",
            "::2:3:4:5:6:7:8", "0:0:0:0:0:ffff:1:2",
        ]
        var random = SplitMix(seed: 7)
        for _ in 0..<3000 {
            let letters = Array("0123456789abcdefF::::::...")
            texts.append(String((0..<Int(random.next() % 24)).map { _ in letters[Int(random.next() % UInt64(letters.count))] }))
        }
        var run = 0
        for text in texts {
            let bytes = Array(text.utf8)
            #expect(bytes.span.address(from: 0, to: bytes.count) == IPAddress(text), "\(text)")
            run += 1
        }
        #expect(run == texts.count)
        let prefixed = Array("IPv6:2001:db8::5".utf8)
        #expect(prefixed.span.address(from: 0, to: prefixed.count) == IPAddress("2001:db8::5"))
    }
}
