internal import Messages

/// What the words of a mapping may mean.
enum RecordMeaning {
    /// Whether a word means something for a field.
    static func isKnown(_ word: String, of field: RecordMapping.Field) -> Bool {
        switch field {
        case .channel: Channel(rawValue: word).isCode
        case .direction: Direction(rawValue: word) != nil
        case .result: Disposition(rawValue: word) != nil
        case .layer: Layer(rawValue: word) != nil
        case .class, .network, .operator, .sender, .language: isCode(word)
        case .country: isCountry(word)
        case .size, .count, .delay: Double(word).map { $0 >= 0 } ?? false
        }
    }

    /// The words that there are, where their number is small.
    static func choices(of field: RecordMapping.Field) -> String? {
        switch field {
        case .direction: Direction.allCases.map(\.rawValue).joined(separator: ", ")
        case .result: Disposition.allCases.map(\.rawValue).joined(separator: ", ")
        case .layer: Layer.allCases.map(\.rawValue).joined(separator: ", ")
        case .channel: Channel.known.map(\.rawValue).joined(separator: ", ")
        default: nil
        }
    }

    static func isCountry(_ word: String) -> Bool { word.utf8.count == 2 && word.utf8.allSatisfy { $0 &- 65 < 26 } }

    /// Short, and of letters, digits, hyphen, underscore and dot.
    static func isCode(_ word: String) -> Bool {
        (1...32).contains(word.utf8.count)
            && word.utf8.allSatisfy { $0 &- 48 < 10 || ($0 | 0x20) &- 97 < 26 || [0x2D, 0x2E, 0x5F].contains($0) }
    }
}
