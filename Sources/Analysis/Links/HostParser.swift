// The host parser of the WHATWG URL standard (section 3.5): domains, every way to write an IPv4 address, IPv6. Hosts are hostile.

internal import Domains

/// Turns the host as written into the host that a browser connects to.
struct HostParser {
    let names: any InternationalNames

    /// Parses a host and appends its serialisation to `output`; false when it is not one.
    func parse(_ text: Span<UInt8>, isOpaque: Bool, url: inout ParsedURL, into output: inout [UInt8]) -> Bool {
        if text.count > 0, text[0] == 91 {
            guard text.count > 2, text[text.count - 1] == 93 else { return false }
            guard let groups = IPv6Syntax.groups(text.extracting(1..<(text.count - 1))) else { return false }
            url.hostKind = .ipv6
            IPv6Syntax.append(groups, to: &output)
            return true
        }
        if isOpaque {
            for index in 0..<text.count where Self.isForbidden(text[index]) { return false }
            url.hostKind = .opaque
            PercentEncoding.append(text, set: PercentEncoding.control, to: &output)
            return true
        }
        return domain(text, url: &url, into: &output)
    }

    private func domain(_ text: Span<UInt8>, url: inout ParsedURL, into output: inout [UInt8]) -> Bool {
        let start = output.count
        if Self.isPlain(text) {
            text.append(0..<text.count, to: &output)
            for index in start..<output.count { output[index] = ByteClass.lowered(output[index]) }
        } else {
            var decoded: [UInt8] = []
            if PercentEncoding.appendDecoded(text, to: &decoded) { url.traits.insert(.encodedHost) }
            if decoded.contains(where: { $0 >= 128 }) { url.traits.insert(.unicodeHost) }
            if decoded.allSatisfy({ $0 < 128 }) {
                for byte in decoded { output.append(ByteClass.lowered(byte)) }
            } else if !names.toASCII(decoded.span, into: &output).subtracting(.toleratedInURLs).isEmpty {
                return false
            }
        }
        guard output.count > start else { return false }
        for index in start..<output.count where Self.isForbiddenInDomain(output[index]) { return false }
        guard IPv4Syntax.endsInNumber(output.span.extracting(start..<output.count)) else {
            url.hostKind = .domain
            return true
        }
        return address(start: start, url: &url, into: &output)
    }

    /// Writes the address that the last bytes of the output spell in its usual form; false when they spell none.
    private func address(start: Int, url: inout ParsedURL, into output: inout [UInt8]) -> Bool {
        guard let (address, isOdd) = IPv4Syntax.address(output.span.extracting(start..<output.count)) else { return false }
        output.removeSubrange(start...)
        IPv4Syntax.append(address, to: &output)
        url.hostKind = .ipv4
        url.ipv4 = address
        if isOdd { url.traits.insert(.oddIPv4) }
        return true
    }

    /// Whether a host needs no decoding and no mapping but lower case. ASCII is taken as it is even when a label begins with
    /// `xn--` and holds no Punycode: browsers open such hosts (section 3.3, domain to ASCII, when beStrict is false).
    private static func isPlain(_ text: Span<UInt8>) -> Bool {
        for index in 0..<text.count where text[index] >= 128 || text[index] == 37 { return false }
        return true
    }

    /// The forbidden host code points.
    static func isForbidden(_ byte: UInt8) -> Bool {
        switch byte {
        case 0, 9, 10, 13, 32, 35, 47, 58, 60, 62, 63, 64, 91, 92, 93, 94, 124: true
        default: false
        }
    }

    static func isForbiddenInDomain(_ byte: UInt8) -> Bool {
        byte <= 32 || byte == 37 || byte == 127 || isForbidden(byte)
    }
}

/// IPv4 addresses in all the forms that browsers take (section 3.5): octal, hexadecimal, fewer than four parts.
enum IPv4Syntax {
    /// Whether the last label makes the host an address, or no host at all.
    static func endsInNumber(_ host: Span<UInt8>) -> Bool {
        var end = host.count
        if end > 0, host[end - 1] == 46 { end -= 1 }
        var start = end
        while start > 0, host[start - 1] != 46 { start -= 1 }
        guard start < end else { return false }
        let label = host.extracting(start..<end)
        if (0..<label.count).allSatisfy({ ByteClass.isDigit(label[$0]) }) { return true }
        return number(label) != nil
    }

    /// The address, and whether it was written in another way than four decimal numbers.
    static func address(_ host: Span<UInt8>) -> (UInt32, isOdd: Bool)? {
        var end = host.count
        if host[end - 1] == 46 { end -= 1 }
        var numbers: [UInt64] = []
        var isOdd = false
        var start = 0
        while start <= end {
            var labelEnd = start
            while labelEnd < end, host[labelEnd] != 46 { labelEnd += 1 }
            guard numbers.count < 4, let value = number(host.extracting(start..<labelEnd)) else { return nil }
            numbers.append(value)
            if host[start] == 48, labelEnd - start > 1 { isOdd = true }
            start = labelEnd + 1
        }
        guard let last = numbers.popLast(), numbers.allSatisfy({ $0 < 256 }) else { return nil }
        guard last < 1 << (UInt64(4 - numbers.count) * 8) else { return nil }
        var address = last
        for (index, value) in numbers.enumerated() { address |= value << UInt64(24 - 8 * index) }
        return (UInt32(truncatingIfNeeded: address), isOdd || numbers.count != 3)
    }

    private static func number(_ text: Span<UInt8>) -> UInt64? {
        guard !text.isEmpty else { return nil }
        var index = 0
        var radix: UInt64 = 10
        if text.count > 1, text[0] == 48 {
            let isHexadecimal = text[1] | 32 == 120
            radix = isHexadecimal ? 16 : 8
            index = isHexadecimal ? 2 : 1
        }
        var value: UInt64 = 0
        while index < text.count {
            guard let digit = ByteClass.hexadecimal(text[index]), UInt64(digit) < radix else { return nil }
            // More than an address holds stays more: no overflow, still refused.
            value = min(value * radix + UInt64(digit), 1 << 40)
            index += 1
        }
        return value
    }

    static func append(_ address: UInt32, to output: inout [UInt8]) {
        for shift: UInt32 in [24, 16, 8, 0] {
            if shift != 24 { output.append(46) }
            output += String(address >> shift & 255).utf8
        }
    }
}

/// IPv6 addresses (section 3.5).
enum IPv6Syntax {
    /// The eight groups of an address.
    static func groups(_ text: Span<UInt8>) -> [UInt16]? {
        var groups: [UInt16] = []
        var gap: Int?
        var index = 0
        if text[0] == 58 {
            guard text.count > 1, text[1] == 58 else { return nil }
            index = 2
            gap = 0
        }
        while index < text.count {
            guard groups.count < 8 else { return nil }
            if text[index] == 58 {
                guard gap == nil else { return nil }
                gap = groups.count
                index += 1
                continue
            }
            let start = index
            var value: UInt16 = 0
            while index < text.count, index - start < 4, let digit = ByteClass.hexadecimal(text[index]) {
                value = value << 4 | UInt16(digit)
                index += 1
            }
            if index < text.count, text[index] == 46 {
                guard index > start, groups.count <= 6, let quad = quad(text.extracting(start..<text.count)) else { return nil }
                groups.append(UInt16(truncatingIfNeeded: quad >> 16))
                groups.append(UInt16(truncatingIfNeeded: quad))
                break
            }
            if index < text.count {
                guard text[index] == 58, index + 1 < text.count else { return nil }
                index += 1
            }
            groups.append(value)
        }
        if let gap {
            guard groups.count < 8 else { return nil }
            groups.insert(contentsOf: repeatElement(0, count: 8 - groups.count), at: gap)
        }
        return groups.count == 8 ? groups : nil
    }

    /// Four decimal numbers without leading zeros, to the end.
    private static func quad(_ text: Span<UInt8>) -> UInt32? {
        var address: UInt32 = 0
        var index = 0
        for part in 0..<4 {
            if part > 0 {
                guard index < text.count, text[index] == 46 else { return nil }
                index += 1
            }
            let start = index
            var value: UInt32 = 0
            while index < text.count, ByteClass.isDigit(text[index]) {
                guard index == start || value != 0 else { return nil }
                value = value * 10 + UInt32(text[index] - 48)
                guard value < 256 else { return nil }
                index += 1
            }
            guard index > start else { return nil }
            address = address << 8 | value
        }
        return index == text.count ? address : nil
    }

    /// Appends the canonical spelling in brackets: the first longest run of zeros is left out.
    static func append(_ groups: [UInt16], to output: inout [UInt8]) {
        var gap = 0..<0
        var start = 0
        while start < groups.count {
            var end = start
            while end < groups.count, groups[end] == 0 { end += 1 }
            if end - start > max(1, gap.count) { gap = start..<end }
            start = max(end, start + 1)
        }
        output.append(91)
        var index = 0
        while index < groups.count {
            if !gap.isEmpty, index == gap.lowerBound {
                output += index == 0 ? [58, 58] : [58]
                index = gap.upperBound
                continue
            }
            output += String(groups[index], radix: 16).utf8
            if index < 7 { output.append(58) }
            index += 1
        }
        output.append(93)
    }
}
