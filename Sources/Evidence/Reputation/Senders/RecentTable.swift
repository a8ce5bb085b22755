/// A table of bounded size: what was touched longest ago makes room for what is new. Every step takes the same time, however large it is.
struct RecentTable<Value> {
    private struct Slot {
        var key: SenderKey
        var value: Value
        /// The neighbours in the order in which slots were touched; -1 where there is none.
        var newer: Int32
        var older: Int32
    }

    /// How many entries there may be.
    let limit: Int
    private var slots: [Slot] = []
    private var places: [SenderKey: Int32] = [:]
    private var newest: Int32 = -1
    private var oldest: Int32 = -1

    /// A table of so many entries at most.
    init(capacity: Int) {
        limit = min(max(1, capacity), Int(Int32.max))
    }

    /// How many entries there are.
    var count: Int { slots.count }

    /// Where the entry of a key lies, which is as long as nothing is added.
    func place(of key: SenderKey) -> Int? { places[key].map(Int.init) }

    /// The entry at a place.
    subscript(place: Int) -> Value {
        get { slots[place].value }
        _modify { yield &slots[place].value }
    }

    /// The key of the entry at a place.
    func key(at place: Int) -> SenderKey { slots[place].key }

    /// Where the entry of a key lies, which is the newest from now on; and the entry that made room for it, where one had to.
    mutating func touch(_ key: SenderKey, orNew value: @autoclosure () -> Value) -> (place: Int, dropped: (key: SenderKey, value: Value)?) {
        if let place = places[key] {
            if place != newest {
                unlink(place)
                link(place)
            }
            return (Int(place), nil)
        }
        let slot = Slot(key: key, value: value(), newer: -1, older: -1)
        if slots.count < limit {
            let place = Int32(slots.count)
            slots.append(slot)
            places[key] = place
            link(place)
            return (Int(place), nil)
        }
        let place = oldest
        let dropped = (slots[Int(place)].key, slots[Int(place)].value)
        places[dropped.0] = nil
        unlink(place)
        slots[Int(place)] = slot
        places[key] = place
        link(place)
        return (Int(place), dropped)
    }

    private mutating func unlink(_ place: Int32) {
        let (newer, older) = (slots[Int(place)].newer, slots[Int(place)].older)
        if newer >= 0 { slots[Int(newer)].older = older } else { newest = older }
        if older >= 0 { slots[Int(older)].newer = newer } else { oldest = newer }
    }

    private mutating func link(_ place: Int32) {
        slots[Int(place)].newer = -1
        slots[Int(place)].older = newest
        if newest >= 0 { slots[Int(newest)].newer = place }
        newest = place
        if oldest < 0 { oldest = place }
    }
}
