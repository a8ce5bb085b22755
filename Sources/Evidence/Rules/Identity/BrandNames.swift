internal import Links

/// Brands in what senders call themselves.
enum BrandNames {
    private static let byKey = Dictionary(Brands.all.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })

    /// How many words of a name are looked at.
    private static let wordLimit = 6

    /// The brand that a name says its bearer is; one that is a common word must be the name's first word.
    static func brand(in name: String) -> Brand? {
        let words = words(of: name)
        for (place, word) in words.enumerated() {
            if let brand = byKey[word], place == 0 || !brand.isWord { return brand }
        }
        // "Bank of Example" is one brand in three words.
        for end in 2..<max(2, min(4, words.count + 1)) {
            if let brand = byKey[words[..<end].joined()] { return brand }
        }
        return nil
    }

    /// The first words of a name in small letters.
    private static func words(of name: String) -> [String] {
        // Most names are plain ASCII, whose letters need no tables.
        guard name.utf8.allSatisfy({ $0 < 0x80 }) else {
            return name.lowercased().split { !$0.isLetter && !$0.isNumber }.prefix(wordLimit).map(String.init)
        }
        return name.lowercased().utf8.split { $0 &- 0x61 >= 26 && $0 &- 0x30 >= 10 }.prefix(wordLimit).map { String(Substring($0)) }
    }

    /// Whether a domain is the brand's own, or lies below one of its own.
    static func owns(_ brand: Brand, domain: String) -> Bool {
        let labels = domain.split(separator: ".")
        if brand.domains.isEmpty { return labels.dropLast().contains { $0 == brand.key } }
        return brand.domains.split(separator: " ").contains { own in
            if own.hasSuffix(".") { return labels.dropLast().contains(own.dropLast()) }
            return domain == own || domain.hasSuffix("." + own)
        }
    }
}
