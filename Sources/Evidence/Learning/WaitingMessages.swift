internal import Features

/// Messages that were scored and whose labels have not come: the last of them, by the order in which they were seen.
///
/// A label passes over every message that was seen before the one it belongs to. Where labels come in order and late, those that wait are
/// thus the newer ones; where only some labels come, hardly any wait: their like is among what was learnt.
struct WaitingMessages: Sendable {
    /// How many are kept at most.
    static let capacity = 1000
    /// How many features all of them may have, at four bytes each; a thousand mails have about 2.5 million.
    static let featureCapacity = 4_000_000

    /// Messages by their number, which counts round and round.
    private var messages: [FeatureSet] = []
    /// The number of the oldest that waits, and of the next to come.
    private var oldest = 0
    private var next = 0
    private var features = 0

    var count: Int { next - oldest }

    /// Keeps a message, in place of the oldest when there are too many; gives its number.
    mutating func keep(_ message: FeatureSet) -> Int {
        while count > 0, count == WaitingMessages.capacity || features + message.count > WaitingMessages.featureCapacity { letGo() }
        let place = next % WaitingMessages.capacity
        if place < messages.count { messages[place] = message } else { messages.append(message) }
        features += message.count
        next += 1
        return next - 1
    }

    private mutating func letGo() {
        let place = oldest % WaitingMessages.capacity
        features -= messages[place].count
        messages[place].hashes = []
        oldest += 1
    }

    /// Lets go of all messages up to this number; without a number, of all.
    mutating func passOver(upTo number: Int?) {
        let end = number.map { $0 < next ? $0 + 1 : next } ?? next
        while oldest < end { letGo() }
    }

    /// The message at a place among those that wait, whatever the number: places count round.
    func message(at place: UInt64) -> FeatureSet? {
        guard count > 0 else { return nil }
        return messages[(oldest + Int(place % UInt64(count))) % WaitingMessages.capacity]
    }
}
