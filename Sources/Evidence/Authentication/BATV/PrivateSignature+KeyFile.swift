extension PrivateSignature {
    /// What is wrong in a file of keys.
    public struct KeyFileError: Error, Sendable, Hashable, CustomStringConvertible {
        /// What is wrong, where, and what to do.
        public var description: String
    }

    /// The fewest bytes that a key must have, so that nobody guesses it.
    public static let shortestKey = 8

    /// Signatures with the keys of a file: lines of a number from 0 to 9, a blank, and a key in hexadecimal; lines that begin with # are
    /// passed over.
    public init(keyFile bytes: [UInt8]) throws(KeyFileError) {
        var keys: [Int: [UInt8]] = [:]
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let words = line.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
            guard let first = words.first, first.first != UInt8(ascii: "#") else { continue }
            guard words.count == 2, let number = Int(String(decoding: first, as: UTF8.self)), (0...9).contains(number),
                let key = PrivateSignature.hexadecimal(words[1])
            else { throw KeyFileError(description: "line \(index + 1): write a number from 0 to 9 and a key in hexadecimal") }
            guard key.count >= PrivateSignature.shortestKey else {
                throw KeyFileError(
                    description: "line \(index + 1): the key has \(key.count) bytes; give it \(PrivateSignature.shortestKey) or more")
            }
            guard keys.updateValue(key, forKey: number) == nil else {
                throw KeyFileError(description: "line \(index + 1): there is a key \(number) already")
            }
        }
        guard !keys.isEmpty else { throw KeyFileError(description: "there is no key; write a line like: 0 6b65792d6f662d6f757273") }
        self.init(keys: keys)
    }

    private static func hexadecimal(_ digits: ArraySlice<UInt8>) -> [UInt8]? {
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        var high: UInt8?
        for digit in digits {
            guard let value = Character(Unicode.Scalar(digit)).hexDigitValue.map(UInt8.init) else { return nil }
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return bytes
    }
}
