internal import Features
internal import Messages

/// Examples that were learnt, kept to be learnt again: a little of the past with each new example keeps the classes in balance and
/// old lessons from fading.
struct ReplayMemory: Sendable {
    /// An example as it was taught.
    struct Example: Sendable {
        var features: FeatureSet
        var isSpam: Bool
        var weight: Float
        var isDoubted: Bool
        /// Its place in a list of what was learnt, where there is one.
        var entry = 0
    }

    /// How many examples of each class are kept.
    let capacity: Int
    private var kept: (ham: [Example], spam: [Example]) = ([], [])
    private var seen: (ham: Int, spam: Int) = (0, 0)
    /// Begun at the same place each time: the same examples give the same model.
    private var lot = SplitMix(seed: 1)

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// Keeps an example, in place of one drawn by lot when the memory is full: each one ever seen is there with the same chance (Vitter 1985).
    mutating func keep(_ example: Example) {
        guard capacity > 0 else { return }
        if example.isSpam {
            seen.spam += 1
            ReplayMemory.keep(example, in: &kept.spam, seen: seen.spam, capacity: capacity, draw: lot.next())
        } else {
            seen.ham += 1
            ReplayMemory.keep(example, in: &kept.ham, seen: seen.ham, capacity: capacity, draw: lot.next())
        }
    }

    private static func keep(_ example: Example, in list: inout [Example], seen: Int, capacity: Int, draw: UInt64) {
        if list.count < capacity {
            list.append(example)
        } else {
            let place = Int(draw % UInt64(seen))
            if place < capacity { list[place] = example }
        }
    }

    /// An example to learn again. Each class comes as often as it was seen, but the rarer one at least one time in four.
    mutating func next() -> Example? {
        let total = kept.ham.count + kept.spam.count
        guard total > 0 else { return nil }
        let share = Double(seen.spam) / Double(seen.ham + seen.spam)
        let wanted = min(max(share, 0.25), 0.75)
        let isSpam = kept.ham.isEmpty || (!kept.spam.isEmpty && lot.fraction() < wanted)
        let list = isSpam ? kept.spam : kept.ham
        return list[Int(lot.next() % UInt64(list.count))]
    }
}
