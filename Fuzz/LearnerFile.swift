// Fuzz harness of a learner's state as it is kept between lessons. Uses: Learning, Features, Messages.
//
// The first byte chooses: bytes as they come, or a file put together around them on top of the right base. A state that is taken must be the
// same once written and read again, make a model that can be written and read, and go on learning and taking back with numbers.

import Features
import Messages

@testable import Learning

private let base: ContentModel = {
    var model = ContentModel(version: "base", bucketBits: 10)
    model.local = LocalViews(bucketBits: 10)
    return model
}()
private let untaught = LearnerState(base: base)
private let key = RecipientKey(low: 3, high: 4)

/// Floats that repeat over a list: few of the input's own, so that a list of thousands can be made of it.
private func floats(_ count: Int, _ choices: inout Choices, isSquare: Bool = false) -> [UInt8] {
    var pattern: [UInt8] = []
    for _ in 0..<1 + choices.below(3) {
        let value = choices.isOne(in: 4) ? choices.float() : isSquare ? 0.5 : -0.25
        pattern.append(littleEndian: value.bitPattern)
    }
    var list: [UInt8] = []
    list.fill(to: 4 * count, with: pattern)
    return list
}

private func names(_ choices: inout Choices) -> [UInt8] {
    let count = choices.below(3)
    var bytes: [UInt8] = []
    bytes.append(littleEndian: UInt32(count))
    for _ in 0..<count {
        let name = choices.isOne(in: 4) ? Array(repeating: choices.next(), count: 255) : choices.bytes(choices.below(5))
        bytes += [UInt8(name.count)] + name
    }
    return bytes
}

/// An entry, of one of so many words but now and then.
private func entry(_ choices: inout Choices, words: UInt64) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(littleEndian: choices.word())
    bytes.append(littleEndian: choices.word())
    let number = UInt64(choices.next())
    bytes.append(littleEndian: UInt32(words == 0 || choices.isOne(in: 16) ? number : 1 + number % words))
    bytes += [choices.next() & 1, choices.isOne(in: 16) ? 1 : 0]
    let flags = choices.next() & (choices.isOne(in: 8) ? 255 : 15)
    bytes.append(flags)
    if flags & 4 != 0 { bytes.append(littleEndian: UInt64(choices.next())) }
    if flags & 8 != 0 {
        bytes += [choices.next() & 1, choices.isOne(in: 16) ? 1 : 0]
        bytes.append(littleEndian: choices.word())
    }
    for _ in 0..<(flags & 4 != 0 ? 3 : 9) { bytes.append(littleEndian: choices.float().bitPattern) }
    return bytes
}

private func file(around input: [UInt8]) -> [UInt8] {
    var choices = Choices(input)
    let isPersonal = choices.isOne(in: 2)
    var bytes = FileHeading("CHFL", versions: 3...3).bytes() + [10, 10, isPersonal ? 10 : 0]
    bytes.append(littleEndian: untaught.base)
    let words = choices.isOne(in: 4) ? choices.word() : UInt64(choices.next())
    bytes.append(littleEndian: words)
    bytes.append(littleEndian: choices.isOne(in: 4) ? choices.word() : UInt64(choices.next()))
    bytes.append(littleEndian: choices.half())
    bytes.append(littleEndian: choices.half())
    let (portable, local) = (untaught.learner.portable, untaught.learner.local)
    bytes += floats(portable.bias.count, &choices)
    bytes += floats(portable.biasSquares.count, &choices, isSquare: true)
    bytes += floats(portable.weights.count, &choices)
    bytes += floats(portable.squares.count, &choices, isSquare: true)
    bytes += floats(local?.bias.count ?? 0, &choices)
    bytes += floats(local?.biasSquares.count ?? 0, &choices, isSquare: true)
    bytes += floats(local?.examples.count ?? 0, &choices, isSquare: true)
    bytes += floats(local?.weights.count ?? 0, &choices)
    bytes += floats(local?.squares.count ?? 0, &choices, isSquare: true)
    if isPersonal {
        bytes += key.bytes
        bytes += floats(1 << 10, &choices)
        bytes += floats(1 << 10, &choices, isSquare: true)
        let recipients = choices.below(4)
        bytes.append(littleEndian: UInt32(recipients))
        for place in 0..<recipients {
            bytes.append(littleEndian: UInt64(place * 2 + choices.below(3)))
            bytes.append(littleEndian: choices.half())
        }
    }
    // Of sources, then of languages.
    for _ in 0..<2 { bytes += names(&choices) }
    let entries = choices.below(6)
    bytes.append(littleEndian: UInt32(entries))
    for _ in 0..<entries { bytes += entry(&choices, words: words) }
    return bytes
}

private func example(_ number: Int, recipient: UInt64) -> TrainingLog.Taught {
    var features = FeatureSet(
        family: ChannelFamily.allCases[number % 3], hashes: (0..<12).map { UInt32($0 * 77 + number) }, portableEnd: 6, headerEnd: 9)
    features.recipient = recipient
    let example = TrainingExample(
        fingerprint: TrainingExample.text(ofFingerprint: UInt64(number)), isSpam: number % 2 == 0, source: "test",
        time: Timestamp(seconds: 0), features: features)
    return TrainingLog.Taught(number: number, example: example)
}

private func check(_ state: LearnerState) {
    let bytes = ModelFile.bytes(of: state.learner.model(version: "local-1"))
    guard let model = try? ModelFile.model(from: bytes.span) else { preconditionFailure("what a state has learnt is a model") }
    for number in 0..<6 {
        let features = example(number, recipient: number < 3 ? 0 : 2).example.features
        precondition(model.logOdds(of: features).isFinite, "a model judges with numbers")
        precondition(state.learner.score(of: features).isFinite, "a state judges with numbers")
    }
}

/// Called by libFuzzer with each input; always gives 0.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLearnerFile(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard count > 0 else { return 0 }
    let input = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    guard var state = LearnerFile.state(from: start[0] & 1 == 0 ? input : file(around: input), base: base) else { return 0 }
    check(state)
    let written = LearnerFile.bytes(of: state)
    guard let again = LearnerFile.state(from: written, base: base) else { preconditionFailure("what is written can be read") }
    precondition(LearnerFile.bytes(of: again) == written, "what is read is what was written")
    precondition(state.ledger.entries.allSatisfy { 1...state.words ~= Int($0.number) }, "each example was taught by a word of the log")
    for entry in state.ledger.entries { _ = (state.ledger.sourceName(entry), entry.place) }
    _ = state.drawn(20, seed: 1)
    state.learn([example(500, recipient: 0), example(501, recipient: 2)], replaying: [example(1, recipient: 0)]) { _ in 1 }
    state.words = max(state.words, 501)
    check(state)
    state.takeBack((0..<256).map { example($0, recipient: $0 % 3 == 0 ? 2 : 0) })
    check(state)
    precondition(LearnerFile.state(from: LearnerFile.bytes(of: state), base: base) != nil, "a state that went on can be read")
    return 0
}
