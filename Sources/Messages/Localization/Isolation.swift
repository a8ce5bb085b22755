/// Whether a detail put into a sentence is kept from turning the sentence's direction (Unicode Standard Annex 9, section 2.4).
///
/// `paypal.com` inside an Arabic sentence, or an Arabic name inside an English one, would otherwise drag the marks beside it to the
/// wrong end. Controls of direction that a detail brings along are always taken out: they could reach beyond it.
public enum Isolation: Sendable, Hashable {
    /// Isolate a detail where directions meet: text for people.
    case whenMixed
    /// Never: JSON and other text for programs.
    case never

    private static let firstStrongIsolate = "\u{2068}"
    private static let popDirectionalIsolate = "\u{2069}"

    func applied(to detail: String, in language: Language) -> String {
        let plain = Isolation.withoutControls(detail)
        guard self == .whenMixed, language.isRightToLeft || plain.unicodeScalars.contains(where: Isolation.isRightToLeft) else {
            return plain
        }
        return Isolation.firstStrongIsolate + plain + Isolation.popDirectionalIsolate
    }

    private static func withoutControls(_ detail: String) -> String {
        // All controls of direction lie outside ASCII; most details need no second look.
        guard detail.utf8.contains(where: { $0 >= 0x80 }), detail.unicodeScalars.contains(where: isControl) else { return detail }
        var kept = String.UnicodeScalarView()
        kept.append(contentsOf: detail.unicodeScalars.lazy.filter { !isControl($0) })
        return String(kept)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// Whether a character may belong to a script written from right to left: by block, which is enough to decide on isolation.
    private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }
}
