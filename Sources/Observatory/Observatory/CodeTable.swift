/// Numbers for codes of an open set, so that a counter's keys are numbers. Bounded: whatever the input, no more than `limit` codes.
struct CodeTable: Sendable {
    private(set) var codes: [String]
    private var numbers: [String: UInt64]
    private let limit: Int
    private let lengthLimit: Int
    /// What was asked for last: observations come in rows of the same kind.
    private var last: (code: String, number: UInt64)

    /// A table of at most `limit` codes of so many bytes. Number 0 is `first`, number 1 is `other`, number 2 is the mark of bounds.
    init(limit: Int, first: String = Dimension.unknown, lengthLimit: Int = 32) {
        self.limit = limit
        self.lengthLimit = lengthLimit
        self.codes = [first, Dimension.other, Dimension.bound]
        self.numbers = [first: 0, Dimension.other: 1]
        self.last = (first, 0)
    }

    /// The number of a code; 0 for nothing, that of `other` for what is no code or one too many.
    mutating func number(of code: String?) -> UInt64 {
        guard let code, !code.isEmpty else { return 0 }
        if code == last.code { return last.number }
        let number = numbers[code] ?? add(code)
        last = (code, number)
        return number
    }

    private mutating func add(_ code: String) -> UInt64 {
        guard codes.count < limit, isCode(code) else { return 1 }
        let number = UInt64(codes.count)
        numbers[code] = number
        codes.append(code)
        return number
    }

    /// Short and of letters, digits and `-._/:>+` alone: free text, which might hold a name or a mailbox, is no code.
    private func isCode(_ text: String) -> Bool {
        text.utf8.count <= lengthLimit
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
                    || [0x2D, 0x2E, 0x5F, 0x2F, 0x3A, 0x3E, 0x2B].contains(byte)
            }
    }
}
