internal import Messages
internal import Resolving

/// The macros of RFC 7208 section 7.
extension SPFEvaluation {
    /// The longest explanation that is kept. It is meant for the reply of a server, whose lines have 512 bytes (RFC 5321 section 4.5.3.1.5).
    static let explanationLimit = 512
    /// The longest value of a macro: no path is longer (RFC 5321 section 4.5.3.1.3).
    static let valueLimit = 256

    /// The domain that a text with macros stands for; one that is too long loses labels on its left (section 7.3).
    private mutating func expand(_ text: MacroString, domain: [UInt8]) throws(Stop) -> [UInt8] {
        if let fixed = text.fixed { return fixed.domain }
        let validatedName = text.needsValidatedName ? try nameForMacro(domain: domain) : []
        if text.asksForLocalPart { asksForLocalPart = true }
        let end = text.expandedEnd(DomainName.limit + 1) { SPFEvaluation.value(of: $0, for: identity, domain: domain, validatedName) }
        return MacroString.fitted(end)
    }

    /// The domain that a text with macros stands for, and its name.
    mutating func target(of text: MacroString, domain: [UInt8]) throws(Stop) -> MacroString.Fixed {
        if let fixed = text.fixed { return fixed }
        let expanded = try expand(text, domain: domain)
        return MacroString.Fixed(domain: expanded, name: name(expanded))
    }

    /// The domain's own words on a failure (section 6.2), cut to a line; nothing where they cannot be had, or are not ASCII.
    mutating func explanation(_ text: MacroString, domain: [UInt8]) throws(Stop) -> String? {
        guard let name = name(try expand(text, domain: domain)) else { return nil }
        let texts = try answer(name, .txt).texts
        guard texts.count == 1, let words = try? MacroString(texts[0][...], isExplanation: true) else { return nil }
        let validatedName = words.needsValidatedName ? try nameForMacro(domain: domain) : []
        let expanded = words.expanded(upTo: SPFEvaluation.explanationLimit) {
            SPFEvaluation.value(of: $0, for: identity, domain: domain, validatedName)
        }
        guard expanded.allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
        return String(decoding: expanded, as: UTF8.self)
    }

    /// The value of `%{p}`: the domain, a name below it, or any, of the validated ones (section 7.3).
    private mutating func nameForMacro(domain: [UInt8]) throws(Stop) -> [UInt8] {
        let candidates = try validated()
        guard let asked = name(domain) else { return candidates.first?.bytes ?? Array("unknown".utf8) }
        let best = candidates.first { $0 == asked } ?? candidates.first { $0.isWithin(asked) } ?? candidates.first
        return best?.bytes ?? Array("unknown".utf8)
    }

    /// What a letter stands for, the end of it where it is longer than any path.
    private static func value(
        of letter: MacroString.Letter, for identity: SPFCheck.Identity, domain: [UInt8], _ validatedName: [UInt8]
    ) -> [UInt8] {
        switch letter {
        case .sender: fitted(identity.localPart.suffix(valueLimit) + [UInt8(ascii: "@")] + identity.domain.suffix(valueLimit))
        case .localPart: fitted(identity.localPart)
        case .senderDomain: fitted(identity.domain)
        case .domain: fitted(domain)
        case .address: dotted(identity.address)
        case .validatedName: fitted(validatedName)
        case .family: Array((identity.address.bitWidth == 32 ? "in-addr" : "ip6").utf8)
        case .helo: fitted(Array(identity.helo.utf8))
        case .writtenAddress: Array(identity.address.description.utf8)
        case .receiver: fitted(Array(identity.receiver.utf8))
        case .timestamp: Array(String(identity.moment.seconds).utf8)
        }
    }

    private static func fitted(_ value: some RandomAccessCollection<UInt8>) -> [UInt8] {
        Array(value.suffix(valueLimit))
    }

    /// An IPv4 address in decimal, an IPv6 address as 32 digits with dots between (section 7.3).
    private static func dotted(_ address: IPAddress) -> [UInt8] {
        guard case .v6(let high, let low) = address else { return Array(address.description.utf8) }
        var bytes: [UInt8] = []
        for half in [high, low] {
            for shift in stride(from: 60, through: 0, by: -4) {
                let digit = UInt8(truncatingIfNeeded: half >> UInt64(shift) & 15)
                if !bytes.isEmpty { bytes.append(UInt8(ascii: ".")) }
                bytes.append(digit < 10 ? 48 + digit : 55 + digit)
            }
        }
        return bytes
    }
}
