/// Folding by the letter of the standard, for names that are compared: keys, hosts, brands. Texts to read go through `TextFolder`.
public enum CaseFolding {
    /// Appends toNFKC_Casefold of a text (Unicode section 3.13, R5): compatibility forms and case folded, invisible characters
    /// removed, composed. More than thirty marks on a letter are cut off. What is not UTF-8 becomes U+FFFD.
    public static func nfkcCasefold(_ text: Span<UInt8>, into folded: inout [UInt8]) {
        var folder = ScalarFolder(isStrict: true)
        var signs = TextSigns()
        var bytes: [UInt8] = []
        var marks: [UInt8] = []
        var read = 0
        var end = 0
        while read < text.count {
            let missing = [UInt8](repeating: 0, count: end + (text.count - read) + 2 * ScalarFolder.slack - bytes.count)
            bytes.append(contentsOf: missing)
            marks.append(contentsOf: missing)
            fold(text, from: &read, by: &folder, into: &bytes, marks: &marks, at: &end, upTo: .max, signs: &signs)
        }
        folded.append(contentsOf: bytes[..<end])
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
        at end: inout Int, upTo maximum: Int, signs: inout TextSigns
    ) {
        var bytesSpan = bytes.mutableSpan
        var marksSpan = marks.mutableSpan
        var rawBytes = unsafe bytesSpan.mutableBytes
        var rawMarks = unsafe marksSpan.mutableBytes
        unsafe folder.fold(text.bytes, from: &read, into: &rawBytes, marks: &rawMarks, at: &end, upTo: maximum, signs: &signs)
    }
}
