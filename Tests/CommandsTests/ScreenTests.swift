import Foundation
import JSON
import Testing

@testable import chaffinch

/// What strangers wrote, on a screen and in JSON.
struct ScreenTests {
    @Test(arguments: ["\u{1B}", "\u{7F}", "\u{80}", "\u{9B}", "\u{9F}", "\u{0}"])
    func controlCharactersAreEscapedInJSON(character: String) throws {
        var json = JSONText()
        json.object { $0.member("text", "a\(character)31m \u{A0}\u{E9}") }
        let scalars = json.text.unicodeScalars
        #expect(!scalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) })
        let read = try JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [String: String]
        #expect(read?["text"] == "a\(character)31m \u{A0}\u{E9}")
    }

    @Test(arguments: ["\u{61C}", "\u{200E}", "\u{200F}", "\u{202E}", "\u{2066}", "\u{9B}", "\u{1B}", "\u{FEFF}"])
    func whatTurnsALineAroundIsNotShown(character: String) {
        #expect(Terminal.safe("a\(character)b") == "a\u{FFFD}b")
    }
}
