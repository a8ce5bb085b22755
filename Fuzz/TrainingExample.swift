// Fuzz harness of training examples as the training log keeps them. Uses: Learning, Features, Messages.
//
// The first byte chooses: a record as it comes; one put together of fields that the input chooses; or an example made of any features,
// findings and texts. A record that is taken must be the same once written and read again, keep its limits, and be learnt and taken back
// with numbers.

import Features
import Messages

@testable import Learning

private let time = Timestamp(seconds: 1_795_219_200)

/// Text of a length that the input chooses, now and then long, and not always UTF-8.
private func text(_ choices: inout Choices) -> [UInt8] {
    let length = choices.isOne(in: 8) ? 255 - choices.below(4) : choices.below(10)
    return length < 10 ? choices.bytes(length) : Array(repeating: choices.next(), count: length - 2) + choices.bytes(2)
}

private func record(_ choices: inout Choices) -> [UInt8] {
    var bytes: [UInt8] = [choices.isOne(in: 6) ? 2 : 3, choices.next() & 7, 1 + choices.next() % 3]
    for _ in 0..<2 {
        let text = text(&choices)
        bytes += [UInt8(text.count)] + text
    }
    for _ in 0..<3 {
        let count = choices.below(8)
        LEB128.append(count, to: &bytes)
        for _ in 0..<count { LEB128.append(Int(choices.half() & 0x3F_FFFF) >> choices.below(24), to: &bytes) }
    }
    while !choices.isEmpty {
        let tag = 1 + choices.next() % 5
        var field: [UInt8] = []
        switch tag {
        case 1, 3: field = choices.bytes(choices.isOne(in: 8) ? 7 : 8)
        case 2:
            for place in 0..<(choices.isOne(in: 8) ? 254 + choices.below(4) : choices.below(4)) {
                let id = Array("check.\(1000 + place - choices.below(2))".utf8) + choices.bytes(choices.below(2))
                field += [UInt8(id.count)] + id + [choices.next()]
            }
        case 4: field = choices.bytes(choices.below(12))
        default: field = choices.bytes(choices.below(4))
        }
        bytes.append(tag)
        LEB128.append(field.count, to: &bytes)
        bytes += field
    }
    return bytes
}

private func example(_ choices: inout Choices) -> TrainingExample {
    let hashes = (0..<choices.below(100)).map { _ in choices.half() }
    var features = FeatureSet(
        family: ChannelFamily.allCases[choices.below(3)], hashes: hashes, portableEnd: choices.below(100), headerEnd: choices.below(100))
    features.recipient = choices.isOne(in: 4) ? choices.word() : 0
    let texts = (0..<2).map { _ in String(decoding: text(&choices) + text(&choices), as: UTF8.self) }
    let tag = choices.isOne(in: 4) ? nil : String(decoding: choices.bytes(choices.below(12)), as: UTF8.self)
    return TrainingExample(
        fingerprint: "0123456789abcdef", isSpam: choices.isOne(in: 2), source: texts[0], reason: texts[1], time: time, features: features,
        contentKey: choices.word(),
        findings: (0..<choices.below(4)).map { _ in
            WeighedFinding(id: String(decoding: text(&choices), as: UTF8.self), strength: Double(choices.float()))
        },
        wording: choices.isOne(in: 3) ? nil : Wording(words: choices.below(256) * 2 - 100, languageTag: tag))
}

private func read(_ bytes: [UInt8]) -> TrainingExample? { TrainingExample(bytes: bytes, fingerprint: "0123456789abcdef", time: time) }

private func check(_ example: TrainingExample) {
    let features = example.features
    for range in [features.portable, features.header, features.grams] {
        for (before, hash) in zip(features.hashes[range], features.hashes[range].dropFirst()) {
            precondition(before < hash, "features lie in order, none twice")
        }
    }
    precondition(features.hashes.allSatisfy { $0 <= SortedHashes.mask }, "a hash has the bits that models use")
    precondition(example.findings.count <= 255, "findings are bounded")
    precondition(example.findings.allSatisfy { (1.0 / 16...255.0 / 16).contains($0.strength) }, "strengths are bounded")
    precondition(example.source.utf8.count <= 3 * 255 && example.reason.utf8.count <= 3 * 255, "texts are bounded")
    _ = example.isOfHeldOutTenth
}

/// A small learner that hears recipients; every run begins with it as it is here.
private let learner: OnlineLearner = {
    var model = ContentModel(version: "base", bucketBits: 10)
    model.local = LocalViews(bucketBits: 10)
    model.personal = PersonalCopies(key: RecipientKey(low: 1, high: 2), bucketBits: 10)
    return OnlineLearner(from: model, settings: LearnerState.settings, inertia: LearnerState.inertia)
}()

private func learn(_ example: TrainingExample) {
    var learner = learner
    var correction = Correction()
    for round in 0..<3 {
        let score = learner.learn(
            example.features, isSpam: example.isSpam, trust: 1, isRepeated: round > 0, noting: &correction)
        precondition(score.isFinite, "a lesson leaves numbers")
    }
    precondition(learner.score(of: example.features).isFinite, "a lesson leaves numbers")
    learner.takeBack(example.features, isSpam: example.isSpam, correction)
    precondition(learner.score(of: example.features).isFinite, "what is taken back leaves numbers")
}

/// Called by libFuzzer with each input; always gives 0.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTrainingExample(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let input = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    var choices = Choices(input)
    if start[0] & 3 == 3 {
        let made = example(&choices)
        guard let read = read(made.bytes) else { preconditionFailure("what is written can be read") }
        precondition(made.source.utf8.starts(with: read.source.utf8), "a text is kept as far as there is room")
        precondition(made.reason.utf8.starts(with: read.reason.utf8), "a text is kept as far as there is room")
        precondition(read.features == made.features && read.findings == made.findings, "what is written is read")
        precondition(read.wording == made.wording && read.contentKey == made.contentKey, "what is written is read")
        check(read)
        learn(read)
        return 0
    }
    guard let example = read(start[0] & 1 == 0 ? input : record(&choices)) else { return 0 }
    check(example)
    learn(example)
    precondition(read(example.bytes) == example, "what is read is the same once written")
    return 0
}
