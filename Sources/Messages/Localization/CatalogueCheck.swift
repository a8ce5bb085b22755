/// What can be told to be wrong with a sentence without reading six languages.
enum CatalogueCheck {
    static func problems(of sentence: Sentence) -> [String] {
        var problems: [String] = []
        if sentence.key.isEmpty || sentence.key.contains(where: \.isWhitespace) { problems.append("'\(sentence.key)': not a key") }
        let expected = placeholders(in: sentence[.english]) ?? []
        if expected != Set(1..<expected.count + 1) {
            problems.append("\(sentence.key): placeholders are not numbered {1}, {2} ... without a gap")
        }
        for language in Language.allCases {
            let wording = sentence[language]
            let place = "\(sentence.key) in \(language.rawValue)"
            if wording.allSatisfy(\.isWhitespace) {
                problems.append("\(place): empty")
                continue
            }
            if wording.first?.isWhitespace == true || wording.last?.isWhitespace == true {
                problems.append("\(place): begins or ends with a space")
            }
            if let found = placeholders(in: wording) {
                if found != expected { problems.append("\(place): placeholders \(listed(found)), in English \(listed(expected))") }
            } else {
                problems.append("\(place): a brace that is not a placeholder {1} to {9}")
            }
            if !hasOwnScript(wording, language) { problems.append("\(place): no letter of the language's script") }
            if language != .english, wording == sentence[.english], words(in: wording) > 2 {
                problems.append("\(place): the same as in English")
            }
        }
        return problems
    }

    /// The numbers of the placeholders, or nothing when a brace stands alone.
    private static func placeholders(in wording: String) -> Set<Int>? {
        var found: Set<Int> = []
        var rest = wording[...]
        while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            guard let number = Sentence.placeholder(rest[brace...].prefix(3)) else { return nil }
            found.insert(number)
            rest = rest[brace...].dropFirst(3)
        }
        return found
    }

    private static func listed(_ numbers: Set<Int>) -> String {
        numbers.isEmpty ? "none" : numbers.sorted().map { "{\($0)}" }.joined(separator: " ")
    }

    private static func words(in wording: String) -> Int {
        wording.split(whereSeparator: \.isWhitespace).count { word in word.contains(where: \.isLetter) }
    }

    private static func hasOwnScript(_ wording: String, _ language: Language) -> Bool {
        let script: ClosedRange<UInt32> =
            switch language {
            case .arabic: 0x0620...0x06FF
            case .chinese: 0x4E00...0x9FFF
            case .russian: 0x0400...0x04FF
            case .english, .french, .spanish: 0x41...0x24F
            }
        // A wording of placeholders and signs alone has no script to check.
        let letters = wording.unicodeScalars.lazy.filter(\.properties.isAlphabetic)
        return letters.isEmpty || letters.contains { script.contains($0.value) }
    }
}
