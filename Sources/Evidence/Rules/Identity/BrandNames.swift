internal import Links

/// Brands in what senders call themselves.
enum BrandNames {
    /// The brand that a name begins with or consists of; a brand that is a common word must be the whole of a name's first word.
    static func brand(in name: String) -> Brand? {
        let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }.prefix(6).map(String.init)
        guard let first = words.first else { return nil }
        let joined = words.joined()
        return Brands.all.first { brand in
            brand.isWord ? first == brand.key : words.contains(brand.key) || (brand.key.utf8.count >= 6 && joined.hasPrefix(brand.key))
        }
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
