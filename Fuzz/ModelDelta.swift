// Fuzz harness of what one model has beyond another. Uses: Learning, Features, Messages.
//
// The first byte chooses: a delta as it comes; runs that the input chooses under the right sums, as anybody can write; or the delta of a
// model that the input makes of the base, whole or with bytes changed. A whole one must give that model, and no delta anything but a model
// or the reason why not.

import Features
import Messages

@testable import Learning

private let base: ContentModel = {
    var model = ContentModel(version: "base", bucketBits: 10)
    for index in model.weights.indices { model.weights[index] = ContentModel.narrow(Float(index % 7) - 3) }
    return model
}()
private let baseBytes = ModelFile.bytes(of: base)

/// A model as somebody may have learnt it on top of the base.
private func learnt(_ choices: inout Choices) -> ContentModel {
    var model = base
    model.version = String(
        decoding: choices.isOne(in: 8) ? Array(repeating: choices.next(), count: 256) : choices.bytes(choices.below(9)), as: UTF8.self)
    if choices.isOne(in: 3) { model.local = LocalViews(bucketBits: 10) }
    if choices.isOne(in: 3) {
        var copies = PersonalCopies(key: RecipientKey(low: choices.word(), high: choices.word()), bucketBits: 10)
        for _ in 0..<choices.below(4) { copies.recipients[max(1, choices.word())] = choices.half() }
        model.personal = copies
    }
    if choices.isOne(in: 3) { model.evidenceWeights = .starter }
    model.examples = (choices.half(), choices.half())
    while !choices.isEmpty {
        let value = min(max(choices.float(), -999_000), 999_000)
        let place = choices.below(256) << choices.below(6)
        switch choices.below(5) {
        case 0: model.bias[place % model.bias.count] = value.isNaN ? 0 : value
        case 1: model.local?.weights[place % 2048] = BFloat16(value)
        case 2: model.personal?.weights[place % 1024] = BFloat16(value)
        default: model.weights[place % model.weights.count] = ContentModel.narrow(value)
        }
    }
    return model
}

/// A delta of these runs with the sums that it must have; what it makes is made here a second time, the slow way.
private func delta(ofRuns input: [UInt8]) -> [UInt8] {
    let size = baseBytes.count + (input.first.map { Int($0) % 3 } ?? 0) * 40
    let old = ModelFile.bytes(of: base, named: "")
    var made = Array((old + Array(repeating: 0, count: size)).prefix(size))
    let runs = Array(input.dropFirst())
    var place = 0
    var index = 0
    while let kept = LEB128.number(in: runs, at: &index), let changed = LEB128.number(in: runs, at: &index) {
        place += kept
        guard changed <= runs.count - index, place + changed <= size else { break }
        for _ in 0..<changed {
            made[place] = runs[index]
            place += 1
            index += 1
        }
    }
    var bytes = Array("CHFD".utf8) + [1]
    bytes.append(littleEndian: ModelDelta.checksum(of: base))
    bytes.append(littleEndian: FNV1a.hash(of: made.span))
    bytes.append(littleEndian: UInt64(size))
    return bytes + [0] + runs
}

private func read(_ delta: [UInt8]) -> ContentModel? {
    guard let model = try? ModelDelta.model(from: delta, onOneOf: [base]) else { return nil }
    let written = ModelFile.bytes(of: model)
    precondition((try? ModelFile.model(from: written.span)) != nil, "what a delta makes is a model")
    precondition(model.logOdds(of: FeatureSet(family: .mail, hashes: [1, 2, 3])).isFinite, "a model judges with numbers")
    return model
}

/// Called by libFuzzer with each input; always gives 0.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzModelDelta(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let input = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    switch start[0] & 3 {
    case 0: _ = read(input)
    case 1: _ = read(delta(ofRuns: input))
    default:
        var choices = Choices(input)
        let changes = start[0] & 3 == 3 ? (0..<1 + choices.below(4)).map { _ in (Int(choices.half() >> 16), choices.next()) } : []
        let model = learnt(&choices)
        var delta = ModelDelta.bytes(of: model, beyond: base)
        for (place, change) in changes { delta[place % delta.count] ^= change }
        let made = read(delta)
        if changes.isEmpty {
            precondition(made.map { ModelFile.bytes(of: $0) } == ModelFile.bytes(of: model), "a delta gives back the model")
        }
    }
    return 0
}
