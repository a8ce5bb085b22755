// Internationalised names without Unicode's tables: RFC 3492 and the plainest mappings of UTS 46. Names are hostile.

/// Internationalised names by RFC 3492 alone.
///
/// Maps ASCII to lower case, full-width ASCII to ASCII, the ideographic full stops to dots, and drops the commonest invisible
/// code points. It does not normalise, fold other letters or check validity: for that there is the adapter over ICU. Right for
/// names that are normalised already, such as those of the Public Suffix List.
public struct PunycodeNames: InternationalNames {
    /// Longer names than this many bytes are refused.
    public static let longestName = 1024

    /// Names by RFC 3492.
    public init() {}

    /// Appends the ASCII form, as `InternationalNames` says.
    public func toASCII(_ name: Span<UInt8>, into output: inout [UInt8]) -> NameErrors {
        convert(name, into: &output) { label, output in
            Self.appendASCII(label, to: &output)
        }
    }

    /// Appends the form that a person reads, as `InternationalNames` says.
    public func toUnicode(_ name: Span<UInt8>, into output: inout [UInt8]) -> NameErrors {
        convert(name, into: &output) { label, output in
            Self.appendUnicode(label, to: &output)
        }
    }

    private func convert(
        _ name: Span<UInt8>, into output: inout [UInt8], label convertLabel: ([UInt32], inout [UInt8]) -> NameErrors
    ) -> NameErrors {
        guard name.count <= Self.longestName else { return .nameTooLong }
        let start = output.count
        var errors: NameErrors = []
        var label: [UInt32] = []
        var index = 0
        while index < name.count {
            guard let (scalar, length) = Self.scalar(in: name, at: index) else { return errors.union(.disallowed) }
            index += length
            guard let mapped = Self.map(scalar) else { continue }
            if mapped == 46 {
                if label.isEmpty { errors.insert(.emptyLabel) }
                errors.formUnion(convertLabel(label, &output))
                output.append(46)
                label.removeAll(keepingCapacity: true)
            } else {
                label.append(mapped)
            }
        }
        // One dot at the end is the root (RFC 1034 section 3.1).
        if label.isEmpty, output.count == start { errors.insert(.emptyLabel) }
        errors.formUnion(convertLabel(label, &output))
        let length = output.count - start - (output.last == 46 ? 1 : 0)
        return length > 253 ? errors.union(.nameTooLong) : errors
    }

    private static func appendASCII(_ label: [UInt32], to output: inout [UInt8]) -> NameErrors {
        let start = output.count
        var errors: NameErrors = []
        if label.allSatisfy({ $0 < 128 }) {
            for scalar in label { output.append(UInt8(truncatingIfNeeded: scalar)) }
            if Punycode.isMarked(label) { errors = Punycode.decode(label.dropFirst(4)) == nil ? .punycode : [] }
        } else if label.count > 63 {
            // Every code point takes at least one octet, so the rest need not be worked out.
            for scalar in label { appendUTF8(scalar, to: &output) }
            return .labelTooLong
        } else {
            output += [120, 110, 45, 45]
            if !Punycode.encode(label, into: &output) { errors = .punycode }
        }
        return output.count - start > 63 ? errors.union(.labelTooLong) : errors
    }

    private static func appendUnicode(_ label: [UInt32], to output: inout [UInt8]) -> NameErrors {
        guard Punycode.isMarked(label) else {
            for scalar in label { appendUTF8(scalar, to: &output) }
            return []
        }
        guard label.count <= 63, let decoded = Punycode.decode(label.dropFirst(4)) else {
            for scalar in label { appendUTF8(scalar, to: &output) }
            return label.count > 63 ? .labelTooLong : .punycode
        }
        for scalar in decoded { appendUTF8(scalar, to: &output) }
        return []
    }

    /// The plainest mappings of UTS 46 section 5; nothing for a code point that is dropped.
    private static func map(_ scalar: UInt32) -> UInt32? {
        switch scalar {
        case 65...90: scalar + 32
        case 0..<0xAD: scalar
        case 0xAD, 0x34F, 0x200B, 0x2060, 0xFEFF: nil
        case 0x3002, 0xFF0E, 0xFF61: 46
        case 0xFF21...0xFF3A: scalar - 0xFF21 + 97
        case 0xFF01...0xFF5E: scalar - 0xFEE0
        default: scalar
        }
    }

    private static func scalar(in bytes: Span<UInt8>, at index: Int) -> (UInt32, Int)? {
        let first = UInt32(bytes[index])
        if first < 0x80 { return (first, 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, first <= 0xF4, index + length <= bytes.count else { return nil }
        var scalar = first & (0x7F >> UInt32(length))
        for offset in 1..<length {
            let byte = UInt32(bytes[index + offset])
            guard byte & 0xC0 == 0x80 else { return nil }
            scalar = scalar << 6 | byte & 0x3F
        }
        let smallest: [UInt32] = [0, 0, 0x80, 0x800, 0x10000]
        guard scalar >= smallest[length], Unicode.Scalar(scalar) != nil else { return nil }
        return (scalar, length)
    }

    private static func appendUTF8(_ scalar: UInt32, to output: inout [UInt8]) {
        guard let scalar = Unicode.Scalar(scalar) else { return }
        output += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    }
}

/// The encoding of code points in letters, digits and hyphens (RFC 3492).
enum Punycode {
    // The parameters of RFC 3492 section 5.
    private static let base: UInt32 = 36
    private static let smallest: UInt32 = 1
    private static let largest: UInt32 = 26

    /// Whether a label begins with `xn--` (RFC 5890 section 2.3.2.5), in lower case.
    static func isMarked(_ label: [UInt32]) -> Bool {
        label.starts(with: [120, 110, 45, 45])
    }

    /// Appends the encoding of a label, without `xn--` (section 6.3); says whether it succeeded. Labels are at most 63 long.
    static func encode(_ label: [UInt32], into output: inout [UInt8]) -> Bool {
        var handled = UInt32(0)
        for scalar in label where scalar < 128 {
            output.append(UInt8(truncatingIfNeeded: scalar))
            handled += 1
        }
        let basic = handled
        if basic > 0 { output.append(45) }
        var next: UInt32 = 128
        var delta: UInt32 = 0
        var bias: UInt32 = 72
        while Int(handled) < label.count {
            guard let smallest = label.lazy.filter({ $0 >= next }).min() else { return false }
            let (step, overflow) = (smallest - next).multipliedReportingOverflow(by: handled + 1)
            let (sum, carry) = delta.addingReportingOverflow(step)
            guard !overflow, !carry else { return false }
            delta = sum
            next = smallest
            for scalar in label {
                if scalar < next {
                    delta &+= 1
                } else if scalar == next {
                    appendInteger(delta, bias: bias, to: &output)
                    bias = adapted(delta, handled + 1, isFirst: handled == basic)
                    delta = 0
                    handled += 1
                }
            }
            delta &+= 1
            next += 1
        }
        return true
    }

    private static func appendInteger(_ value: UInt32, bias: UInt32, to output: inout [UInt8]) {
        var rest = value
        var position = base
        while true {
            let threshold = position <= bias ? smallest : min(largest, position - bias)
            if rest < threshold { break }
            output.append(digit(threshold + (rest - threshold) % (base - threshold)))
            rest = (rest - threshold) / (base - threshold)
            position += base
        }
        output.append(digit(rest))
    }

    /// The code points of an encoded label without its `xn--` (section 6.2), or nothing when it is not an encoding.
    static func decode(_ label: ArraySlice<UInt32>) -> [UInt32]? {
        var output: [UInt32] = []
        var input = label
        if let hyphen = label.lastIndex(of: 45) {
            output = Array(label[..<hyphen])
            input = label[(hyphen + 1)...]
        }
        guard label.count <= 1024, !input.isEmpty || !output.isEmpty, output.allSatisfy({ $0 < 128 }) else { return nil }
        var next: UInt32 = 128
        var index: UInt32 = 0
        var bias: UInt32 = 72
        while !input.isEmpty {
            let old = index
            var weight: UInt32 = 1
            var position = base
            while true {
                guard let byte = input.popFirst(), let value = value(of: byte) else { return nil }
                let (product, tooLarge) = value.multipliedReportingOverflow(by: weight)
                let (sum, carry) = index.addingReportingOverflow(product)
                guard !tooLarge, !carry else { return nil }
                index = sum
                let threshold = position <= bias ? smallest : min(largest, position - bias)
                if value < threshold { break }
                let (heavier, overflow) = weight.multipliedReportingOverflow(by: base - threshold)
                guard !overflow else { return nil }
                weight = heavier
                position += base
            }
            let count = UInt32(output.count) + 1
            bias = adapted(index - old, count, isFirst: old == 0)
            let (scalar, overflow) = next.addingReportingOverflow(index / count)
            guard !overflow, Unicode.Scalar(scalar) != nil else { return nil }
            next = scalar
            index %= count
            output.insert(scalar, at: Int(index))
            index += 1
        }
        // A label that needs no encoding must not be written as one (UTS 46 section 4, validity criteria).
        return output.allSatisfy({ $0 < 128 }) ? nil : output
    }

    /// Section 6.1.
    private static func adapted(_ delta: UInt32, _ count: UInt32, isFirst: Bool) -> UInt32 {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var position: UInt32 = 0
        while delta > (base - smallest) * largest / 2 {
            delta /= base - smallest
            position += base
        }
        return position + (base - smallest + 1) * delta / (delta + 38)
    }

    private static func digit(_ value: UInt32) -> UInt8 {
        UInt8(truncatingIfNeeded: value < 26 ? value + 97 : value + 22)
    }

    private static func value(of byte: UInt32) -> UInt32? {
        switch byte {
        case 48...57: byte - 22
        case 65...90: byte - 65
        case 97...122: byte - 97
        default: nil
        }
    }
}
