/// Numbers for codes of an open set, so that a counter's keys are numbers. Bounded: whatever the input, no more than `limit` codes.
struct CodeTable: Sendable {
    private(set) var codes: [String]
    private var numbers: [String: Int]
    private let limit: Int

    /// A table of at most `limit` codes. Number 0 is `unknown`, number 1 is `other`.
    init(limit: Int) {
        self.limit = limit
        self.codes = [Dimension.unknown, Dimension.other]
        self.numbers = [Dimension.unknown: 0, Dimension.other: 1]
    }

    /// The number of a code; that of `unknown` for nothing, that of `other` for what is no code or one too many.
    mutating func number(of code: String?) -> UInt64 {
        guard let code, !code.isEmpty else { return 0 }
        if let number = numbers[code] { return UInt64(number) }
        guard codes.count < limit, CodeTable.isCode(code) else { return 1 }
        numbers[code] = codes.count
        codes.append(code)
        return UInt64(codes.count - 1)
    }

    /// Short and of letters, digits, hyphen, underscore and dot alone: free text, which might hold a name or an address, is no code.
    private static func isCode(_ text: String) -> Bool {
        text.utf8.count <= 32
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
                    || [0x2D, 0x2E, 0x5F].contains(byte)
            }
    }
}
