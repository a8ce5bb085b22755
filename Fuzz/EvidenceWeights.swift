// Fuzz harness of tables of evidence weights. Uses: Learning, Features.
//
// The first byte chooses: the rest is the text, or each byte is a piece of one. A table that is taken must weigh with numbers, and must be
// the same table once written and read again.

import Features

@testable import Learning

private let pieces: [String] =
    [
        "prior.mail", "prior.text", "content.mail", "content.social", "language.en", "language.zh", "language.other", "language.",
        "link.shortened",
        "link.other", "prior.sms", "content.fax-9", "share.im", "taught.ko.ham", "taught.ko.spam", "message.0123456789abcdef", "é",
        "e\u{301}", "\u{301}", "\u{600}", "a", ".", "prior.other", "#", " ", " ", " ", "\n", "\n", "\n", "\r\n", "\t",
        "0",
        "1.5", "-2.25", "99.999", "99.9999", "-99.9996", "100", "1e1", "1e-9", "-0", "0.0005", "nan", "inf", "0x1p3", "+1", "1.", ".5",
        "\0",
    ] + [String(repeating: "n", count: 100), " 1\n", " -1.001\n", "#\n", "language.en 0.5\n", "prior.mail -0.5\n"]

/// Very many lines, at the edge of how many there may be.
private func manyLines(_ choice: UInt8) -> String {
    (0..<EvidenceWeights.lines - 128 + Int(choice)).map { "a\($0) 1\n" }.joined()
}

private func weigh(by weights: EvidenceWeights) {
    let findings = weights.findings.keys.sorted().prefix(40).enumerated().map { place, id in
        WeighedFinding(id: id, strength: Double(place + 1) / 2)
    }
    for family in ChannelFamily.allCases {
        precondition(weights[family].factor >= 0, "no factor turns the content's side")
        for content in [-1e9, -1, 0, 1, 1e9] {
            for wording in [nil, Wording(words: 0, languageTag: nil), Wording(words: 9, languageTag: "zh-Hant")] {
                let message = MessageTraits(family: family, channel: weights.channels.first, wording: wording)
                let sum = weights.logOdds(content: content, findings: findings, on: message)
                precondition(sum.isFinite, "weights give numbers")
            }
        }
    }
    for channel in weights.channels { precondition(weights[channel].factor >= 0, "no factor turns the content's side") }
    for tag in [nil, "en", "en-GB", "zh", "", "-"] { precondition((0...1).contains(weights.trust(inLanguage: tag)), "a share is a share") }
}

/// Called by libFuzzer with each input; always gives 0.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzEvidenceWeights(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let input = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    var text =
        start[0] & 1 == 0
        ? String(decoding: input, as: UTF8.self) : input.map { pieces[Int($0) % pieces.count] }.joined()
    if start[0] & 14 == 14 { text += "\n" + manyLines(start[0]) }
    guard let weights = EvidenceWeights(text: text) else { return 0 }
    weigh(by: weights)
    precondition(weights.rounded() == weights, "what is read is as it is written")
    let written = weights.text
    guard let again = EvidenceWeights(text: written) else { preconditionFailure("what is written can be read") }
    precondition(again == weights && again.text == written, "what is read is what was written")
    return 0
}
