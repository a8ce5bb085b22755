// What is remembered of senders. In memory, so that a message waits for no disk; what changed is handed on in batches. Senders are hostile:
// the size is bounded, and only who is proved earns a good name.

public import Messages
public import Storing
internal import Synchronization

/// What is remembered of those who sent: how much of it was wanted, and how much was not, less and less as time passes.
///
/// People's words count whole. What the filter thought by itself counts a quarter a message where it was nearly certain, from the evidence without
/// history alone, and all of it together no more than two words of people: so that no opinion of its own makes it believe itself.
public final class SenderHistory: Sendable {
    /// How much is remembered, and for how long.
    public struct Policy: Sendable, Hashable {
        /// After what time something counts half as much.
        public var halfLife: Duration
        /// How many keys are kept; a message has some eight.
        public var capacity: Int

        /// A policy; 30 days and 200,000 keys, which take some 30 MB, unless something else is said.
        public init(halfLife: Duration = .seconds(30 * 86_400), capacity: Int = 200_000) {
            self.halfLife = halfLife
            self.capacity = capacity
        }
    }

    /// What is thought of a message.
    public enum Opinion: Sendable, Hashable {
        /// Nearly certainly wanted.
        case good
        /// Nearly certainly spam.
        case bad
        /// Neither.
        case open
    }

    /// What a near certainty of the filter's own counts, in words of people.
    static let opinionShare = 0.25
    /// What all of them together count at most.
    static let opinionLimit = 2.0
    /// Below this share of one message something is as good as forgotten.
    static let least = 1.0 / 32

    struct Entry {
        var seen = Count()
        var judgedGood = Count()
        var judgedBad = Count()
        var taughtGood = Count()
        var taughtBad = Count()
        var first: Timestamp
        var last: Timestamp
        /// Whether the list of what changed has its place; an entry that another made room for may find it there already.
        var isDirty = false
        /// Whether rows of it were handed on.
        var isStored = false

        /// Whether what is remembered was to be forgotten: all of it that is as old as that.
        func isForgotten(_ mark: Timestamp?) -> Bool { mark.map { first <= $0 } ?? false }
    }

    /// A count as of the entry's last moment, and what of it was handed on, in thousandths.
    struct Count {
        var value: Float = 0
        var stored: Int32 = 0

        init() {}

        /// A count that was handed on.
        init(stored: Int64) {
            self.stored = Int32(clamping: stored)
            value = Float(self.stored) / 1000
        }

        var isKnown: Bool { value != 0 || stored != 0 }

        /// What is to be added to what was handed on, so that it is the value.
        mutating func change() -> Int64 {
            // A float beyond the range of the integer would stop the program.
            let now = Int32(min((value * 1000).rounded(), 2e9))
            defer { stored = now }
            return Int64(now) - Int64(stored)
        }
    }

    struct State {
        var table: RecentTable<Entry>
        /// The places of what changed, each once.
        var dirty: [Int32] = []
        /// What made room or was forgotten, and has rows. Nothing gets rows while none are handed on, so that these are no more than the table has places.
        var dropped: [SenderKey] = []
        /// What was forgotten because somebody wanted it.
        var marks = ForgettingMarks()
        /// How far the lessons of programs beside were taken up, and whether that is to be handed on.
        var taken: (place: Timestamp, isNew: Bool)?
    }

    let secret: SenderSecret
    let decay: Decay
    let state: Mutex<State>

    /// A history of nobody yet.
    public init(_ policy: Policy = Policy(), secret: SenderSecret) {
        self.secret = secret
        decay = Decay(halfLife: policy.halfLife)
        state = Mutex(State(table: RecentTable(capacity: policy.capacity)))
    }

    /// How many keys are remembered.
    public var count: Int { state.withLock { $0.table.count } }

    /// How many changes wait to be handed on. However long nobody takes them, they are no more than twice as many as there may be keys: the table has the
    /// newest value of each, and what made room is forgotten.
    var backlog: Int { state.withLock { $0.dirty.count + $0.dropped.count } }

    /// The keys of a message.
    public func keys(of traits: SenderTraits) -> SenderKeys { SenderKeys(traits, secret, state.withLock { $0.marks }) }

    /// What is remembered of the sender of a message that comes in.
    public func sightings(of keys: SenderKeys, at moment: Timestamp) -> SenderSightings {
        guard !keys.isOriginating else { return SenderSightings() }
        var found: [SenderRung: RungSighting] = [:]
        state.withLock { state in
            for rung in keys.rungs {
                guard let place = state.table.place(of: rung.key), !state.table[place].isForgotten(rung.forgotten) else { continue }
                let sighting = SenderHistory.sighting(state.table[place], at: moment, decay)
                guard sighting.seen >= SenderHistory.least || sighting.mass >= SenderHistory.least else { continue }
                // Of several recipients the one who knows the sender best.
                if let other = found[rung.rung], (other.mass, other.seen) >= (sighting.mass, sighting.seen) { continue }
                found[rung.rung] = sighting
            }
        }
        return SenderSightings(found)
    }

    static func sighting(_ entry: Entry, at moment: Timestamp, _ decay: Decay) -> RungSighting {
        let share = decay.share(from: entry.last, to: moment)
        let judged = Double(entry.judgedGood.value + entry.judgedBad.value)
        // What is left of opinions as they stand, bounded, split as they are.
        let counted = min(judged * share, opinionLimit)
        let badShare = judged > 0 ? Double(entry.judgedBad.value) / judged : 0
        return RungSighting(
            good: max(0, Double(entry.taughtGood.value) * share) + counted * (1 - badShare),
            bad: max(0, Double(entry.taughtBad.value) * share) + counted * badShare, seen: Double(entry.seen.value) * share)
    }

    /// Remembers a message that was judged, or one that goes out.
    public func note(_ keys: SenderKeys, _ opinion: Opinion, at moment: Timestamp) {
        let share = Float(SenderHistory.opinionShare)
        state.withLock { state in
            change(keys.rungs.lazy.filter { keys.isOriginating || !$0.rung.isOfOurs }, at: moment, in: &state) { entry in
                entry.seen.value += 1
                switch opinion {
                case .good: entry.judgedGood.value += share
                case .bad: entry.judgedBad.value += share
                case .open: break
                }
            }
        }
    }

    /// Changes what is remembered on some rungs: as of a moment, or where something later is remembered, as of that.
    func change(
        _ rungs: some Sequence<SenderKeys.Rung>, at moment: Timestamp, in state: inout State, _ body: (inout Entry) -> Void
    ) {
        for rung in rungs {
            let (place, dropped) = state.table.touch(rung.key, orNew: Entry(first: moment, last: moment))
            if let dropped {
                if dropped.value.isStored { state.dropped.append(dropped.key) }
                state.table[place].isDirty = dropped.value.isDirty
            }
            if state.table[place].isForgotten(rung.forgotten) { SenderHistory.empty(place, at: moment, in: &state) }
            SenderHistory.age(&state.table[place], to: moment, decay)
            body(&state.table[place])
            guard !state.table[place].isDirty else { continue }
            state.table[place].isDirty = true
            state.dirty.append(Int32(place))
        }
    }

    private static func age(_ entry: inout Entry, to moment: Timestamp, _ decay: Decay) {
        guard moment > entry.last else { return }
        let share = Float(decay.share(from: entry.last, to: moment))
        entry.seen.value *= share
        entry.judgedGood.value *= share
        entry.judgedBad.value *= share
        entry.taughtGood.value *= share
        entry.taughtBad.value *= share
        entry.last = moment
    }
}

// Between memory and a store that lasts.
extension SenderHistory {
    /// What a store is to change: additions, after removals.
    public struct Changes: Sendable {
        /// The keys that are remembered no more.
        public var removed: [Key] = []
        /// What is to be added.
        public var added: [Key: Sightings] = [:]

        /// Whether nothing is to be done.
        public var isEmpty: Bool { removed.isEmpty && added.isEmpty }
    }

    /// Messages seen, and what was thought of them, in thousandths.
    static let judged = Key.Kind(rawValue: "sender-judged")
    /// What people said, in thousandths.
    static let taught = Key.Kind(rawValue: "sender-taught")
    /// All kinds of keys that a history stores.
    public static let kinds = [judged, taught]
    /// Under which the store keeps how far lessons were taken up: as the time when it was seen last, so that it goes forward alone.
    static let takenKey = Key(Key.Kind(rawValue: "sender-lessons-taken"), [])

    /// Takes out what changed since the last call; whoever takes it hands it on, or keeps it to hand it on later.
    public func takeChanges() -> Changes {
        state.withLock { state in
            var changes = Changes()
            changes.removed = state.dropped.flatMap { key in SenderHistory.kinds.map { Key($0, key.bytes) } }
            state.dropped = []
            for place in state.dirty.lazy.map(Int.init) where state.table[place].isDirty {
                let bytes = state.table.key(at: place).bytes
                let isTaught = state.table[place].taughtGood.isKnown || state.table[place].taughtBad.isKnown
                let (first, last) = (state.table[place].first, state.table[place].last)
                changes.added[Key(SenderHistory.judged, bytes)] = Sightings(
                    good: state.table[place].judgedGood.change(), bad: state.table[place].judgedBad.change(),
                    unjudged: state.table[place].seen.change(), first: first, last: last)
                if isTaught {
                    changes.added[Key(SenderHistory.taught, bytes)] = Sightings(
                        good: state.table[place].taughtGood.change(), bad: state.table[place].taughtBad.change(), first: first, last: last)
                }
                state.table[place].isDirty = false
                state.table[place].isStored = true
            }
            state.dirty.removeAll(keepingCapacity: true)
            // With what it says of senders: whatever becomes of the program, a lesson counts once.
            if let taken = state.taken, taken.isNew {
                changes.added[SenderHistory.takenKey] = Sightings(last: taken.place)
                state.taken = (taken.place, false)
            }
            return changes
        }
    }

    /// Takes up what a store has: before anything else is remembered. What the store has beyond the capacity is forgotten there, unless it is only read.
    public func load(from store: any SightingStore, trims: Bool = true) async throws(StoreError) {
        let capacity = state.withLock { $0.table.limit }
        let known = try await store.latest(SenderHistory.judged, limit: capacity)
        if trims {
            try await store.keep(latest: capacity, of: SenderHistory.judged)
            try await store.keep(latest: capacity, of: SenderHistory.taught)
        }
        let taught = try await store.latest(SenderHistory.taught, limit: capacity)
        let taken = try await store.sightings(of: [SenderHistory.takenKey]).first?.last
        state.withLock { state in
            state.taken = taken.map { ($0, false) }
            // The latest come first, and are to be the last that were touched.
            for (bytes, sightings) in known.reversed() { SenderHistory.put(bytes, sightings, isTaught: false, into: &state) }
            for (bytes, sightings) in taught.reversed() { SenderHistory.put(bytes, sightings, isTaught: true, into: &state) }
        }
    }

    static func put(_ bytes: [UInt8], _ sightings: Sightings, isTaught: Bool, into state: inout State) {
        guard let key = SenderKey(bytes: bytes), let first = sightings.first, let last = sightings.last else { return }
        // What is taught lies beside what was judged, and does not put it in another place.
        let place: Int
        if let found = state.table.place(of: key) {
            place = found
        } else {
            guard !isTaught else { return }
            place = state.table.touch(key, orNew: Entry(first: first, last: last)).place
        }
        state.table[place].isStored = true
        if isTaught {
            state.table[place].taughtGood = Count(stored: sightings.good)
            state.table[place].taughtBad = Count(stored: sightings.bad)
        } else {
            state.table[place].judgedGood = Count(stored: sightings.good)
            state.table[place].judgedBad = Count(stored: sightings.bad)
            state.table[place].seen = Count(stored: sightings.unjudged)
        }
    }
}
