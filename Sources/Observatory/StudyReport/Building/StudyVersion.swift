/// The limits of files of study data.
public enum StudyLimits {
    /// How large a file may be, in bytes.
    public static let dataBytes = 64 << 20
}

/// The version of data, made from the data: whoever has the same figures has the same version.
public enum StudyVersion {
    /// The version of figures: sixteen hexadecimal digits of FNV-1a, 64 bits.
    public static func text(of figures: [StudyFigure]) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        let lines = figures.map { "\($0.indicator.rawValue) \($0.period) \($0.spelling) \($0.value) \($0.method)" }.sorted()
        for byte in lines.joined(separator: "\n").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
