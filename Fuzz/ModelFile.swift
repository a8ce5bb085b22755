// Fuzz harness of model files. Uses: Learning, Features, Messages.
//
// A model is at least 8 KiB and sealed by a checksum, so random bytes get no further than the first refusal. The first byte chooses:
// bytes as they come, or a file put together around them: the input gives header, name and weights, and the seal is forged, as anybody
// can. A file that is taken must judge with numbers, and must be the same model once written and read again.

import Features
import Messages

@testable import Learning

/// A file of the right form: magic, format, 2 to the 10 buckets, local views or none, copies of up to three recipients or none, a table of
/// weights or none; the rest as the input says, its last bytes over and over as weights.
private func file(around input: [UInt8], format: UInt8, isLocal: Bool) -> [UInt8] {
    var bytes: [UInt8] = ModelFile.heading.bytes(version: format) + [10, input.first.map { $0 % 8 } ?? 0, isLocal ? 10 : 0]
    bytes += input.dropFirst().prefix(ModelFile.headerSize - bytes.count)
    bytes += Array(repeating: 0, count: ModelFile.headerSize - bytes.count)
    let rest = input.count > ModelFile.headerSize ? Array(input[ModelFile.headerSize...]) : [0]
    // Four weights a bucket; then twelve numbers and two weights a bucket.
    bytes.fill(to: ModelFile.headerSize + Int(bytes[6]) + 4 * 2 << 10 + (isLocal ? 48 + 2 * 2 << 10 : 0), with: rest)
    if format == 4 {
        let recipients = rest[0] % 4
        bytes.append(10)
        bytes.fill(to: bytes.count + 16, with: rest)
        bytes += [recipients, 0, 0, 0]
        for recipient in 0..<Int(recipients) {
            // Ascending more often than not.
            bytes.fill(to: bytes.count + 7, with: rest)
            bytes.append(UInt8(recipient + 1) &+ rest[0] / 128)
            bytes.fill(to: bytes.count + 4, with: rest)
        }
        bytes.fill(to: bytes.count + 2 << 10, with: rest)
    }
    if format >= 3 {
        let text = Array(rest.prefix(400))
        bytes += text + [UInt8(text.count & 255), UInt8(text.count >> 8), 0, 0]
    }
    ModelFile.seal(&bytes)
    return bytes
}

private func judge(with model: ContentModel) {
    let hashes = (0..<16 as Range<UInt32>).map { $0 &* 0x9E37_79B1 }
    var weights: [Float] = []
    for family in ChannelFamily.allCases {
        let features = FeatureSet(family: family, hashes: hashes, portableEnd: 6, headerEnd: 10)
        precondition(model.logOdds(of: features).isFinite, "a model judges with numbers")
        precondition(model.opinion(on: features, weights: &weights).logOdds.isFinite, "and explains with numbers")
        model.turnIntoContributions(&weights, of: features)
        precondition(weights.count >= 16 && weights.allSatisfy(\.isFinite), "a share is a number")
        _ = ContentModel.strongest(of: weights, towardSpam: true, count: 3)
        _ = ContentModel.strongest(of: weights, towardSpam: false, count: 3)
    }
}

/// Called by libFuzzer with each input; always gives 0.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzModelFile(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let input = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    _ = TrainingExample.fingerprint(of: input.span)
    let isLocal = start[0] & 2 != 0
    let format: UInt8 = start[0] & 8 != 0 ? (start[0] & 4 != 0 ? 4 : 3) : isLocal ? 2 : 1
    let bytes = start[0] & 1 == 0 ? input : file(around: input, format: format, isLocal: isLocal)
    guard let model = try? ModelFile.model(from: bytes.span) else { return 0 }
    judge(with: model)
    let written = ModelFile.bytes(of: model)
    guard let again = try? ModelFile.model(from: written.span) else { preconditionFailure("what is written can be read") }
    precondition(ModelFile.bytes(of: again) == written, "what is read is what was written")
    return 0
}
