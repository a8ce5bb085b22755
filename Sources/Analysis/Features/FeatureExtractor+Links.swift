internal import Links
internal import Messages
internal import Reading

/// Links as features: the host's last labels, the words of host and path, and what is odd about them.
extension FeatureExtractor {
    func addLinks(of reading: borrowing Reading, to features: inout FeatureVector) {
        let bytes = reading.links.bytes.span
        for (index, link) in reading.links.all.prefix(limits.links).enumerated() where link.origin != .header {
            let origin = FeatureOrigin(.link, index)
            let domain = bytes.extracting(link.domain.range)
            if domain.count > 0 {
                features.insert(FeatureHash.of(.linkDomain, FeatureHash.token(domain)), from: origin)
                addTopLevel(of: domain, from: origin, to: &features)
            }
            addWords(of: bytes.extracting(link.url.host.range), field: .linkHost, from: origin, to: &features)
            addWords(of: bytes.extracting(link.url.path.range), field: .linkPath, from: origin, to: &features)
            addSigns(of: link, from: origin, to: &features)
        }
        for contact in reading.contacts.contacts.prefix(limits.links) {
            features.insert(
                FeatureHash.of(.contact, UInt32(contact.kind.rawValue), UInt32(contact.flags.rawValue)), from: FeatureOrigin(.structure))
        }
    }

    private func addTopLevel(of domain: Span<UInt8>, from origin: FeatureOrigin, to features: inout FeatureVector) {
        var start = domain.count
        while start > 0, domain[start - 1] != 0x2E { start -= 1 }
        features.insert(FeatureHash.of(.linkHost, FeatureHash.token(domain.extracting(start..<domain.count)), 1), from: origin)
    }

    /// Runs of letters and digits; digits alone count by their length.
    private func addWords(
        of text: Span<UInt8>, field: FeatureHash.Field, from origin: FeatureOrigin, to features: inout FeatureVector
    ) {
        var start = 0
        var taken = 0
        for index in 0...min(text.count, 200) {
            let byte = index < min(text.count, 200) ? text[index] : 0
            if (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80 { continue }
            if index - start >= 2, taken < 12 {
                features.insert(FeatureHash.of(field, FeatureHash.token(text.extracting(start..<index))), from: origin)
                taken += 1
            }
            start = index + 1
        }
    }

    private func addSigns(of link: Link, from origin: FeatureOrigin, to features: inout FeatureVector) {
        var bits = UInt64(link.hostSigns.rawValue) | UInt64(link.signs.rawValue) << 32
        while bits != 0 {
            let bit = UInt32(bits.trailingZeroBitCount)
            features.insert(FeatureHash.of(.linkSign, bit &+ 1), from: origin)
            bits &= bits - 1
        }
        features.insert(FeatureHash.of(.linkSign, 0x100 | UInt32(link.origin.rawValue)), from: origin)
    }
}
