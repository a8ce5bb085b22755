internal import Messages

/// What a learner learnt, example by example: enough to find each in the training log and to take it back.
struct Ledger: Sendable {
    /// One example that counts.
    struct Entry: Sendable, Hashable {
        /// The number of the word that taught it.
        var number: UInt32
        var fingerprint: UInt64
        /// When it was taught, in milliseconds since 1970.
        var milliseconds: Int64
        /// The place of its source in the list of sources.
        var source: UInt16
        var isSpam: Bool
        var isHeldOut: Bool
        /// What stands for the recipient for whom alone it was taught; zero where it holds for everybody.
        var recipient: UInt64
        var correction = Correction()

        var place: TrainingLog.Place {
            TrainingLog.Place(number: Int(number), fingerprint: TrainingExample.text(ofFingerprint: fingerprint))
        }
    }

    /// The examples, the first taught first.
    var entries: [Entry] = []
    /// The names of sources.
    var sources: [String] = []

    /// Sources beyond these share the last name: nobody has so many, and an entry has two bytes for them.
    private static let sourceLimit = Int(UInt16.max)

    /// Adds an example that was not learnt yet; gives its place.
    mutating func add(_ taught: TrainingLog.Taught) -> Int {
        let example = taught.example
        entries.append(
            Entry(
                number: UInt32(clamping: taught.number), fingerprint: UInt64(example.fingerprint, radix: 16) ?? 0,
                milliseconds: example.time.milliseconds, source: source(example.source), isSpam: example.isSpam,
                isHeldOut: example.isHeldOut, recipient: example.recipient))
        return entries.count - 1
    }

    private mutating func source(_ name: String) -> UInt16 {
        if let place = sources.firstIndex(of: name) { return UInt16(place) }
        guard sources.count < Ledger.sourceLimit else { return UInt16(Ledger.sourceLimit - 1) }
        sources.append(name)
        return UInt16(sources.count - 1)
    }

    func sourceName(_ entry: Entry) -> String { sources[Int(entry.source)] }
}
