// Fuzz harness of threat models. Uses: Learning, Features, Messages.
//
// As in ModelFile.swift, the first byte chooses: bytes as they come, or a file put together around them with a forged seal. A file that is
// taken must give scores that are numbers, and must be the same model once written and read again.

import Features
import Messages

@testable import Learning

/// A file of the right form: magic, version, 2 to the 10 entries, six classes; the rest as the input says, its last bytes over and over as
/// entries.
private func file(around input: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = ThreatModelFile.heading.bytes() + [10, input.first.map { $0 % 8 } ?? 0, 6]
    bytes += input.dropFirst().prefix(28)
    bytes += Array(repeating: 0, count: ThreatModelFile.headerSize - bytes.count)
    let rest = input.count > 29 ? Array(input[29...]) : [0]
    bytes.fill(to: ThreatModelFile.headerSize + Int(bytes[6]) + 8 << 10, with: rest)
    ThreatModelFile.seal(&bytes)
    return bytes
}

private func judge(with model: ThreatModel) {
    let hashes = (0..<64 as Range<UInt32>).map { $0 &* 0x9E37_79B1 } + [0, .max]
    let features = FeatureSet(family: .text, hashes: hashes)
    for words in [-1, 0, 1, 20, hashes.count, hashes.count + 1] {
        guard let scores = model.scores(of: features, words: words) else { continue }
        precondition(scores.indices.allSatisfy { scores[$0].isFinite }, "a score is a number")
    }
    var contributions: [Float] = []
    for threat in ThreatClass.known {
        model.contributions(of: features, words: hashes.count, to: threat, into: &contributions)
        precondition(contributions.allSatisfy(\.isFinite), "a share is a number")
    }
}

/// Called by libFuzzer with each input; always gives 0.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzThreatModelFile(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let input = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    let bytes = start[0] & 1 == 0 ? input : file(around: input)
    guard let model = try? ThreatModelFile.model(from: bytes.span) else { return 0 }
    judge(with: model)
    let written = ThreatModelFile.bytes(of: model)
    guard let again = try? ThreatModelFile.model(from: written.span) else { preconditionFailure("what is written can be read") }
    precondition(ThreatModelFile.bytes(of: again) == written, "what is read is what was written")
    return 0
}
