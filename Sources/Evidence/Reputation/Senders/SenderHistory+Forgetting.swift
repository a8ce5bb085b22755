internal import Messages
internal import Storing
internal import Synchronization

extension SenderHistory {
    /// Forgets what a mark stands for: what is known to lie under it at once, the rest when it is next looked for.
    func forget(_ mark: SenderKey, with keys: some Sequence<SenderKey>, at moment: Timestamp) {
        state.withLock { state in
            state.marks.add(mark, at: moment)
            for key in keys {
                guard let place = state.table.place(of: key), state.table[place].isForgotten(moment) else { continue }
                SenderHistory.empty(place, at: moment, in: &state)
            }
        }
    }

    /// Takes out all that an entry says, and its rows. It stays in its place, and goes as others do.
    static func empty(_ place: Int, at moment: Timestamp, in state: inout State) {
        if state.table[place].isStored { state.dropped.append(state.table.key(at: place)) }
        // The place stays among those that changed, where it is one.
        let isDirty = state.table[place].isDirty
        state.table[place] = Entry(first: moment, last: moment)
        state.table[place].isDirty = isDirty
    }

    /// When what a mark stands for was forgotten.
    func marked(_ mark: SenderKey) -> Timestamp? { state.withLock { $0.marks.moment(of: mark) } }

    /// What is remembered under a key, unless it was to be forgotten.
    func fact(of key: SenderKey, since mark: Timestamp?, at moment: Timestamp) -> SenderFact? {
        state.withLock { state in
            guard let place = state.table.place(of: key), !state.table[place].isForgotten(mark) else { return nil }
            let entry = state.table[place]
            let sighting = SenderHistory.sighting(entry, at: moment, decay)
            guard sighting.seen >= SenderHistory.least || sighting.mass >= SenderHistory.least else { return nil }
            return SenderFact(key: key.digits, sighting: sighting, first: entry.first, last: entry.last)
        }
    }

    /// Takes up what a store has under some keys.
    func load(_ keys: [SenderKey], from store: any SightingStore) async throws(StoreError) {
        for (kind, isTaught) in [(SenderHistory.judged, false), (SenderHistory.taught, true)] {
            let found = try await store.sightings(of: keys.map { Key(kind, $0.bytes) })
            state.withLock { state in
                for (key, sightings) in zip(keys, found) { SenderHistory.put(key.bytes, sightings, isTaught: isTaught, into: &state) }
            }
        }
    }
}
