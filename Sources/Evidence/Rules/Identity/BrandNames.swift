internal import Links

/// Brands in what senders call themselves.
enum BrandNames {
    private static let byKey = Dictionary(Brands.all.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })

    /// The brand that a name says its bearer is; one that is a common word must be the name's first word.
    static func brand(in name: String) -> Brand? {
        let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }.prefix(6).map(String.init)
        for (place, word) in words.enumerated() {
            if let brand = byKey[word], place == 0 || !brand.isWord { return brand }
        }
        // "Bank of Example" is one brand in three words.
        for end in 2..<max(2, min(4, words.count + 1)) {
            if let brand = byKey[words[..<end].joined()] { return brand }
        }
        return nil
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
