/// Guesses the charset of text that names none, or a wrong one, from statistics of its bytes.
///
/// Small on purpose: it tells apart what spam is written in when its label lies. Multibyte charsets are told by whether the bytes pair up
/// and how many pairs fall among the common characters; Cyrillic by its commonest letters; what is left is western European.
struct CharsetGuess {
    /// How much of a text is looked at, from its first byte above 127.
    private static let sample = 8192

    /// The likeliest charset; the bytes hold at least one above 127 and are not UTF-8.
    static func charset(of bytes: Span<UInt8>) -> Charset {
        let start = bytes.offsetOfNonASCII(from: 0, to: bytes.count)
        let end = min(bytes.count, start + sample)
        let pairs = [
            // Of equals the first is taken: the one with the narrower claim.
            (Charset.eucKR, score(bytes, start, end, like: eucKR)), (.gb18030, score(bytes, start, end, like: gb18030)),
            (.big5, score(bytes, start, end, like: big5)), (.shiftJIS, score(bytes, start, end, like: shiftJIS)),
            (.eucJP, score(bytes, start, end, like: eucJP)),
        ]
        if let best = pairs.max(by: { $0.1 < $1.1 }), best.1 > 0.55 { return best.0 }
        return cyrillic(bytes, start, end) ?? .windows1252
    }

    /// What a byte and the next one are in a charset of one or two bytes.
    private enum Pair {
        case single, common, rare, wrong
    }

    /// The share of pairs that are common characters, from 0 to 1; 0 or less when the bytes do not pair up.
    private static func score(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, like pair: (UInt8, UInt8) -> Pair) -> Double {
        var common = 0
        var rare = 0
        var wrong = 0
        var index = start
        while index < end {
            if bytes[index] < 0x80 {
                index += 1
                continue
            }
            // A pair that the sample's end cuts says nothing.
            guard index + 1 < end else { break }
            switch pair(bytes[index], bytes[index + 1]) {
            case .single: index += 1
            case .common:
                common += 1
                index += 2
            case .rare:
                rare += 1
                index += 2
            case .wrong:
                wrong += 1
                index += 1
            }
        }
        let total = common + rare + wrong
        guard total > 0, common + rare >= 2 else { return 0 }
        return (Double(common) - 4 * Double(wrong)) / Double(total)
    }

    private static func gb18030(_ lead: UInt8, _ trail: UInt8) -> Pair {
        guard lead >= 0x81, lead <= 0xFE, trail >= 0x40, trail != 0x7F, trail != 0xFF else { return .wrong }
        // The first level of GB 2312 holds the 3755 commonest characters; its punctuation is in rows A1 and A3.
        return trail >= 0xA1 && ((0xB0...0xD7).contains(lead) || lead == 0xA1 || lead == 0xA3) ? .common : .rare
    }

    private static func big5(_ lead: UInt8, _ trail: UInt8) -> Pair {
        guard lead >= 0x81, lead <= 0xFE, (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail) else { return .wrong }
        // The 5401 commonest characters are in rows A4 to C6; trails below 7F tell Big5 from GB 2312.
        return (0xA4...0xC6).contains(lead) || (lead == 0xA1 && trail < 0x7F) ? .common : .rare
    }

    private static func shiftJIS(_ lead: UInt8, _ trail: UInt8) -> Pair {
        // Half-width katakana are single bytes; text made of them alone is rare.
        if (0xA1...0xDF).contains(lead) { return .rare }
        guard (0x81...0x9F).contains(lead) || (0xE0...0xFC).contains(lead), (0x40...0xFC).contains(trail), trail != 0x7F else {
            return .wrong
        }
        // Kana, punctuation, and the kanji of the first level.
        return (0x81...0x83).contains(lead) || (0x88...0x97).contains(lead) ? .common : .rare
    }

    private static func eucKR(_ lead: UInt8, _ trail: UInt8) -> Pair {
        guard lead >= 0x81, lead <= 0xFE, trail >= 0xA1, trail <= 0xFE else { return .wrong }
        // All Hangul of KS X 1001 are in rows B0 to C8: a narrower claim than that of GB 2312, so it wins where both hold.
        return (0xB0...0xC8).contains(lead) ? .common : .rare
    }

    private static func eucJP(_ lead: UInt8, _ trail: UInt8) -> Pair {
        guard lead >= 0xA1 || lead == 0x8E, lead <= 0xFE, trail >= 0xA1, trail <= 0xFE else { return .wrong }
        return lead == 0xA4 || lead == 0xA5 || lead == 0xA1 ? .common : .rare
    }

    /// Windows-1251 or KOI8-R, when the letters above 127 stand together and the commonest are those of Russian; else nothing.
    private static func cyrillic(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Charset? {
        var high = 0
        var runs = 0
        var windows = 0
        var koi = 0
        var wasHigh = false
        for index in start..<end {
            let byte = bytes[index]
            guard byte >= 0x80 else {
                wasHigh = false
                continue
            }
            high += 1
            if !wasHigh { runs += 1 }
            wasHigh = true
            switch byte {
            // o e a i n t s r v l in windows-1251.
            case 0xEE, 0xE5, 0xE0, 0xE8, 0xED, 0xF2, 0xF1, 0xF0, 0xE2, 0xEB: windows += 1
            // The same letters in KOI8-R.
            case 0xCF, 0xC5, 0xC1, 0xC9, 0xCE, 0xD4, 0xD3, 0xD2, 0xD7, 0xCC: koi += 1
            default: break
            }
        }
        guard high >= 4, Double(high) / Double(max(1, runs)) > 2, Double(max(windows, koi)) > 0.4 * Double(high) else { return nil }
        return windows >= koi ? .windows1251 : .koi8R
    }
}
