public import Messages

/// How a table writes moments: `rfc3339`, `seconds` or `milliseconds` since 1970, or a pattern of `yyyy`, `yy`, `MM`, `dd`, `HH`, `mm`, `ss`, `SSS` and what
/// stands between.
public struct TimePattern: Sendable, Hashable {
    private enum Piece: Sendable, Hashable {
        case number(UInt8, Int)
        case literal(UInt8)
    }

    private enum Form: Sendable, Hashable {
        case rfc3339, seconds, milliseconds
        case pieces([Piece])
    }

    private let form: Form
    private let offsetMinutes: Int

    /// A pattern as it is written in a mapping; nothing where it has no year, month and day.
    public init?(_ text: String, offsetMinutes: Int = 0) {
        self.offsetMinutes = offsetMinutes
        switch text {
        case "rfc3339": form = .rfc3339
        case "seconds": form = .seconds
        case "milliseconds": form = .milliseconds
        default:
            var pieces: [Piece] = []
            for byte in text.utf8 {
                if "yMdHmsS".utf8.contains(byte) {
                    if case .number(byte, let count)? = pieces.last {
                        pieces[pieces.count - 1] = .number(byte, count + 1)
                    } else {
                        pieces.append(.number(byte, 1))
                    }
                } else {
                    pieces.append(.literal(byte))
                }
            }
            let letters = pieces.compactMap { if case .number(let letter, _) = $0 { letter } else { nil } }
            guard ["y", "M", "d"].allSatisfy({ letters.contains($0.utf8.first ?? 0) }), Set(letters).count == letters.count else {
                return nil
            }
            form = .pieces(pieces)
        }
    }

    /// The moment that a text spells; nothing where it does not.
    public func moment(_ text: String) -> Timestamp? {
        switch form {
        case .rfc3339: return Timestamp(rfc3339: text)
        case .seconds:
            guard let seconds = Double(text), seconds.magnitude < 1e11 else { return nil }
            return Timestamp(milliseconds: Int64((seconds * 1000).rounded()))
        case .milliseconds: return Int64(text).flatMap { $0.magnitude < 100_000_000_000_000 ? Timestamp(milliseconds: $0) : nil }
        case .pieces(let pieces): return moment(text, pieces)
        }
    }

    private func moment(_ text: String, _ pieces: [Piece]) -> Timestamp? {
        var rest = text.utf8[...]
        var fields: [UInt8: Int] = [:]
        for piece in pieces {
            switch piece {
            case .literal(let byte):
                guard rest.popFirst() == byte else { return nil }
            case .number(let letter, let count):
                // Days and hours of one digit are met; digits that stand together have their width.
                var digits = 0
                var value = 0
                while digits < count, let digit = rest.first, digit &- 48 < 10 {
                    value = value * 10 + Int(digit - 48)
                    digits += 1
                    rest = rest.dropFirst()
                }
                guard digits == count || (digits == 1 && count == 2) else { return nil }
                fields[letter] = letter == 0x79 && count == 2 ? 2000 + value : value
            }
        }
        guard rest.isEmpty, let year = fields[0x79], let month = fields[0x4D], let day = fields[0x64] else { return nil }
        let whole = Timestamp(
            year: year, month: month, day: day, hour: fields[0x48] ?? 0, minute: fields[0x6D] ?? 0, second: fields[0x73] ?? 0,
            offsetMinutes: offsetMinutes)
        return whole.map { Timestamp(milliseconds: $0.milliseconds + Int64(fields[0x53] ?? 0)) }
    }
}
