/// Folding by the letter of the standard, for names that are compared: keys, hosts, brands. Texts to read go through `TextFolder`.
public enum CaseFolding {
    /// Appends toNFKC_Casefold of a text (Unicode section 3.13, R5): compatibility forms and case folded, invisible characters
    /// removed, composed. More than thirty marks on a letter are cut off. What is not UTF-8 becomes U+FFFD.
    public static func nfkcCasefold(_ text: Span<UInt8>, into folded: inout [UInt8]) {
        var folder = ScalarFolder(isStrict: true)
        var signs = TextSigns()
        let base = folded.count
        var marks: [UInt8] = []
        var read = 0
        var end = base
        while read < text.count {
            let wanted = end + (text.count - read) + 2 * ScalarFolder.slack
            if folded.count < wanted { folded.append(contentsOf: [UInt8](repeating: 0, count: wanted - folded.count)) }
            if marks.count < wanted { marks.append(contentsOf: [UInt8](repeating: 0, count: wanted - marks.count)) }
            fold(text, from: &read, by: &folder, into: &folded, marks: &marks, floor: base, at: &end, signs: &signs)
        }
        folded.removeSubrange(end...)
    }

    /// toNFKC_Casefold of a string.
    public static func nfkcCasefold(_ text: String) -> String {
        var folded: [UInt8] = []
        nfkcCasefold(Array(text.utf8).span, into: &folded)
        return String(decoding: folded, as: UTF8.self)
    }

    /// Runs a folder over two arrays. A UInt8 has no padding and no invalid value, so any byte of the arrays may be read or written as part of a
    /// wider integer; all offsets stay checked.
    static func fold(
        _ text: Span<UInt8>, from read: inout Int, by folder: inout ScalarFolder, into bytes: inout [UInt8], marks: inout [UInt8],
        floor: Int,
        at end: inout Int, signs: inout TextSigns
    ) {
        var bytesSpan = bytes.mutableSpan
        var marksSpan = marks.mutableSpan
        var rawBytes = unsafe bytesSpan.mutableBytes
        var rawMarks = unsafe marksSpan.mutableBytes
        unsafe folder.fold(text.bytes, from: &read, into: &rawBytes, marks: &rawMarks, floor: floor, at: &end, signs: &signs)
    }
}
