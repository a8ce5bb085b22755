// What was taught so far: read from the training log while it is little, and from a learner's state once it is much.
internal import Messages
internal import Storing

extension LocalLearning {
    /// Who said something that counts of each message, in what word, when.
    typealias Said = [String: (name: String, number: Int, milliseconds: Int64, recipient: UInt64)]

    /// What was taught so far.
    enum Past {
        /// All of it, because it is little.
        case few([TrainingLog.Taught])
        /// A learner that learnt it.
        case many(LearnerState)

        var sources: Said {
            switch self {
            case .few(let taught):
                Dictionary(
                    taught.map {
                        ($0.example.fingerprint, ($0.example.source, $0.number, $0.example.time.milliseconds, $0.example.recipient))
                    }
                ) { $1 }
            case .many(let state):
                Dictionary(
                    state.ledger.entries.map {
                        ($0.place.fingerprint, (state.ledger.sourceName($0), Int($0.number), $0.milliseconds, $0.recipient))
                    }
                ) { $1 }
            }
        }
    }

    func past() async throws(StoreError) -> Past {
        let words = try await log.count()
        if words > policy.exactLimit {
            if let state = try await storedState(), state.words == words, state.ledger.entries.count > policy.exactLimit {
                return .many(state)
            }
            let places = try await log.places()
            if places.count > policy.exactLimit { return .many(try await build(places, words: words)) }
            return .few(try await log.taught(at: places))
        }
        return .few(try await log.taught())
    }

    func storedState() async throws(StoreError) -> LearnerState? {
        // What cannot be read is built again from the log.
        guard let checkpoint = try? await learners.current() else { return nil }
        return LearnerFile.state(from: checkpoint.bytes, base: base, assuming: policy.spamShares)
    }

    /// A learner of all examples at these places, read page by page.
    func build(_ places: [TrainingLog.Place], words: Int) async throws(StoreError) -> LearnerState {
        var state = LearnerState(base: base, assuming: policy.spamShares)
        var index = 0
        while index < places.count {
            let page = Array(places[index..<min(index + 256, places.count)])
            let examples = try await log.taught(at: page)
            if let key = try await key(for: examples.map(\.example)) { state.learner.hearRecipients(by: key) }
            for taught in examples {
                state.build(with: taught, trust: policy.sources.trust(in: taught.example.source))
            }
            index += page.count
        }
        state.words = words
        return state
    }

    func build(_ all: [TrainingLog.Taught]) async throws(StoreError) -> LearnerState {
        var state = LearnerState(base: base, assuming: policy.spamShares)
        if let key = try await key(for: all.map(\.example)) { state.learner.hearRecipients(by: key) }
        for taught in all { state.build(with: taught, trust: policy.sources.trust(in: taught.example.source)) }
        return state
    }

    /// The key by which the recipients of these examples are hashed; nothing where all hold for everybody. Throws where there is none, or
    /// another than is said: under another key nobody would be known again.
    func key(
        for examples: [TrainingExample], hashedBy given: RecipientKey? = nil
    ) async throws(StoreError) -> RecipientKey? {
        guard examples.contains(where: { $0.recipient != 0 }) else { return nil }
        let kept = try await log.recipientKey()
        guard let key = kept ?? given else {
            throw TrainingLog.keyError(.missing, detail: "there are examples of recipients, but not the key they were hashed by")
        }
        if let given, given != key { throw TrainingLog.keyError(.busy, detail: "another key was kept meanwhile") }
        return key
    }
}
