public import Reading
internal import Text

/// Names what a message says, whatever its header, numbers, links and case: copies of one text in a campaign have one key.
public enum ContentKey {
    /// How many words of the beginning count.
    private static let words = 40

    /// The key of a reading.
    public static func of(_ reading: Reading) -> UInt64 {
        var key: UInt64 = 0
        var taken = 0
        for word in reading.folded.words[reading.bodyWords] {
            guard word.flags.isDisjoint(with: [.number, .hasDigit, .containsDot, .afterAt]), word.flags.isDisjoint(with: .extra) else {
                continue
            }
            key = (key &* 0x9E37_79B9_7F4A_7C15 ^ word.hash) &* 0xD6E8_FEB8_6659_FD93
            key ^= key >> 32
            taken += 1
            if taken == words { break }
        }
        return key
    }
}
