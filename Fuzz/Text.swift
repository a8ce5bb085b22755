// Fuzzes the Text analysis: every public entry over the same bytes, raw and with the dangerous scalars that random bytes seldom make.
//
// Built by one compiler call against the library's objects; see `Scripts/fuzz`.

import Messages
import Text

/// What each byte of an input stands for in the second round, so that deep states are reached.
private let alphabet: [String] = [
    "a", "B", "1", "0", "3", " ", "\n", ".", "'", "@", "$", "_", "!", ",", ":", "é", "e", "\u{301}", "\u{316}", "\u{1100}", "\u{1161}",
    "\u{11A8}", "\u{AC00}", "\u{200B}", "\u{200D}", "\u{202E}", "\u{FDFA}", "\u{FE0F}", "\u{1F600}", "\u{E0041}", "а", "о", "р", "α",
    "ᴀ", "日", "あ", "カ", "ภ", "ש", "\"", "ｱ", "𝐟", "Ａ", "\u{345}", "\u{20E3}", "\u{AD}", "x",
]

private func check(_ bytes: [UInt8]) {
    var folder = TextFolder(limits: TextLimits(maximumBytes: 1 << 16, maximumWords: 1 << 14))
    var folded = FoldedText()
    folder.fold(bytes.span, into: &folded)
    folder.fold(bytes.span, into: &folded)
    precondition(String(validating: folded.bytes, as: UTF8.self) != nil, "the folded text is well formed")
    for word in folded.words { precondition(Int(word.folded.end) <= folded.bytes.count, "words lie inside") }
    for script in Script.allCases { _ = folded.signs.letters(of: script) }
    _ = folded.signs.capitalRatio
    _ = LanguageGuess.guess(folded)
    folded.removeAll()
    var tight = TextFolder(limits: TextLimits(maximumBytes: 9, maximumWords: 2))
    tight.fold(bytes.span, into: &folded)
    precondition(folded.words.count <= 2, "words are bounded")
    _ = WordHash.of(bytes.span)
    let boundaries = WordBreaks.boundaries(in: bytes.span)
    precondition(boundaries.last == (bytes.isEmpty ? nil : bytes.count), "boundaries reach the end")
    var skeleton: [UInt8] = []
    Confusables.skeleton(of: bytes.span, into: &skeleton)
    var once: [UInt8] = []
    CaseFolding.nfkcCasefold(bytes.span, into: &once)
    precondition(String(validating: once, as: UTF8.self) != nil, "the folding is well formed")
    let whole = String(decoding: bytes, as: UTF8.self)
    _ = (Confusables.skeleton(of: whole), CaseFolding.nfkcCasefold(whole), WordHash.of(whole))
}

/// libFuzzer's entry.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
    check(bytes)
    check(bytes.flatMap { Array(alphabet[Int($0) % alphabet.count].utf8) })
    return 0
}
